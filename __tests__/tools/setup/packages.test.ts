import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { inFront, node, programs, removeProjects, setUpNode, smallProject, write } from "./project";

const installs = "setup: node_modules from package-lock.json";
const realNpm = join(dirname(process.execPath), "npm");
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

afterEach(removeProjects);

it("installs what the lock file says, and nothing when nothing changed", async () => {
  const root = smallProject();
  expect((await setUpNode(root)).stderr).toContain(installs);
  expect(existsSync(join(root, "node_modules/greeting/package.json"))).toBe(true);
  expect(await setUpNode(root)).toMatchObject({ code: 0, stderr: "", stdout: "ready: node_modules\n" });
});

it("installs from its own lock file in a folder of another project's workspace", async () => {
  const root = smallProject();
  const above = smallProject();
  write(above, "package.json", JSON.stringify({ name: "above", workspaces: ["packages/*"] }));
  mkdirSync(join(above, "packages"));
  const within = join(above, "packages/shop");
  cpSync(root, within, { recursive: true });
  expect(await setUpNode(within)).toMatchObject({ code: 0, stdout: "ready: node_modules\n" });
  expect(existsSync(join(within, "node_modules/greeting/package.json"))).toBe(true);
  expect(existsSync(join(above, "node_modules"))).toBe(false);
});

it("installs again when the lock file changed", async () => {
  const root = smallProject();
  await setUpNode(root);
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  lock.packages.greeting.version = "1.0.1";
  writeFileSync(join(root, "package-lock.json"), JSON.stringify(lock));
  write(root, "greeting/package.json", JSON.stringify({ name: "greeting", version: "1.0.1" }));
  expect((await setUpNode(root)).stderr).toContain(installs);
  expect((await setUpNode(root)).stderr).toBe("");
});

it("redoes an install that was interrupted, and leaves no npm running", async () => {
  const root = smallProject();
  const slow = programs(root, { npm: "mkdir -p node_modules/half; echo $$ > pid; exec sleep 60" });
  const started = () => existsSync(join(root, "pid"));
  const stopped = await node(root, ["tools/run.mjs", "--needs", "node"], inFront(slow), started);
  expect(stopped.code).toBe(143);
  expect(isAlive(Number(readFileSync(join(root, "pid"), "utf8")))).toBe(false);
  expect(existsSync(join(root, ".cache/setup.lock"))).toBe(false);
  expect((await setUpNode(root)).stderr).toContain(installs);
  expect(existsSync(join(root, "node_modules/half"))).toBe(false);
  expect(existsSync(join(root, "node_modules/greeting"))).toBe(true);
});

it("lets a second set-up in the same clone wait, and install nothing", async () => {
  const root = smallProject();
  const counted = inFront(programs(root, { npm: `echo npm >> calls; sleep 1; exec ${realNpm} "$@"` }));
  const both = await Promise.all([1, 2].map(() => setUpNode(root, [], { ...counted })));
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expect(both.map(({ stderr }) => stderr).join()).toMatch(
    /another set-up is at work here \(process \d+\): waiting for it/,
  );
  expect(readFileSync(join(root, "calls"), "utf8")).toBe("npm\n");
});

it("does not wait for a process that is gone", async () => {
  const root = smallProject();
  const { stdout: pid } = await node(root, ["-p", "process.pid"]);
  write(root, ".cache/setup.lock", `${pid.trim()} 1`);
  expect(await setUpNode(root)).toMatchObject({ code: 0, stderr: expect.not.stringContaining("waiting") });
  expect(existsSync(join(root, ".cache/setup.lock"))).toBe(false);
});

it("keeps every credential of the caller from npm, but for those of its registry", async () => {
  const root = smallProject();
  const secrets = {
    AWS_ACCESS_KEY_ID: "AKIAEXAMPLE",
    AWS_SESSION_TOKEN: "token",
    AWS_PROFILE: "prod",
    GITHUB_TOKEN: "ghs",
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: "oidc",
    ACTIONS_ID_TOKEN_REQUEST_URL: "https://oidc.example.com",
    TF_TOKEN_app_terraform_io: "tf",
  };
  const watched = programs(root, { npm: `env > seen; exec ${realNpm} "$@"` });
  const given = { ...secrets, npm_config_cache: join(root, "npm"), NODE_AUTH_TOKEN: "registry" };
  expect(await setUpNode(root, [], { ...inFront(watched), ...given })).toMatchObject({ code: 0 });
  const seen = readFileSync(join(root, "seen"), "utf8");
  expect(Object.keys(secrets).filter((name) => seen.includes(`${name}=`))).toEqual([]);
  expect(seen).toMatch(/^NODE_AUTH_TOKEN=registry$/m);
  expect(seen).toMatch(/^npm_config_cache=/m);
});

it("fails with one clear error and exit code 2 when the disk is full", async () => {
  const root = smallProject();
  const full = programs(root, { npm: "echo 'npm error code ENOSPC' >&2; exit 228" });
  const ended = await setUpNode(root, [], inFront(full));
  expect(ended).toMatchObject({ code: 2, stderr: expect.stringContaining("error: the disk is full. Make room") });
});

it("refuses a machine that it has no programs for, before anything is installed", async () => {
  const root = smallProject();
  write(root, "tools/setup/terraform.json", JSON.stringify({ sha256: { plan9_amd64: "" } }));
  const ended = await setUpNode(root);
  expect(ended).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^error: this machine is \w+, and .* plan9_amd64/),
  });
  expect(existsSync(join(root, "node_modules"))).toBe(false);
});

it("fails with one clear error and exit code 2 when it cannot write into the clone", async () => {
  const root = smallProject();
  write(root, ".cache", "");
  const ended = await setUpNode(root);
  expect(ended.code).toBe(2);
  expect(ended.stderr).toMatch(/^error: .*\.cache.*: a file is where a folder has to be/);
});
