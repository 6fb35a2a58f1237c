import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { request } from "node:https";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pageServer } from "../../../../modules/blocks/fleet/user-data/page-server";

const healthPaths = ["/health", "/health/ready"];
const folder = mkdtempSync(join(tmpdir(), "page-"));
const file = (name: string): string => join(folder, name);
let server: ChildProcess;
let port: number;

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  return typeof address === "object" && address !== null ? address.port : 0;
};

const get = async (path: string): Promise<{ status: number | undefined; text: string }> => {
  // The load balancers don't check the certificate either: it is made on the instance.
  const sent = request({ host: "127.0.0.1", port, path, rejectUnauthorized: false, agent: false, timeout: 60_000 });
  sent.on("timeout", () => sent.destroy(new Error("no answer within a minute"))).end();
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    sent.on("response", resolve).on("error", reject),
  );
  const text = (await answer.toArray()).join("");
  return { status: answer.statusCode, text };
};

beforeAll(async () => {
  port = await freePort();
  writeFileSync(file("page.py"), pageServer);
  const subject = ["-subj", "/CN=shop", "-keyout", file("key.pem"), "-out", file("certificate.pem")];
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"];
  execFileSync("openssl", ["req", "-x509", ...curve, ...subject], { stdio: "ignore" });
  server = spawn("python3", ["page.py", String(port), "certificate.pem", "key.pem", "page.log", ...healthPaths], {
    cwd: folder,
    env: { PATH: process.env.PATH, SERVICE: "web", AWS_REGION: "eu-west-1" },
    stdio: "ignore",
  });
  while (server.exitCode === null) {
    if (await get("/health").catch(() => undefined)) return;
    await sleep(100);
  }
  throw new Error(`The page's server ended with exit code ${server.exitCode}.`);
});

afterAll(async () => {
  if (server.exitCode === null && server.kill()) await once(server, "exit");
  rmSync(folder, { recursive: true, force: true });
});

describe("the page", () => {
  it.each(healthPaths)("answers health checks of %s over TLS, and no others", async (path) => {
    expect(await get(path)).toEqual({ status: 200, text: "ok" });
    expect((await get(`${path}z`)).status).toBe(404);
  });

  it("says what it is and where", async () => {
    expect((await get("/")).text).toContain("The shop: web in eu-west-1");
  });

  it("answers others while a client holds its connection open without a word", async () => {
    const silent = connect(port, "127.0.0.1");
    await once(silent, "connect");
    expect((await get("/health")).status).toBe(200);
    silent.destroy();
  });
});
