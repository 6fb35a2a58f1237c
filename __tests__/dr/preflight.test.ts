import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { checkSpace, checkTemporary, resolveCommit } from "../../dr/preflight";
import { everyStep } from "../../dr/steps/all";
import { targets } from "../../dr/targets";
import { projectRoot } from "../../terraform/project-root";
import { copyOfProject, removeCopies } from "../app/project";
import { targets as copied } from "../example/dr/targets";

const [first] = targets;
const temporary = mkdtempSync(join(tmpdir(), "preflight-"));
afterAll(() => {
  rmSync(temporary, { recursive: true });
  removeCopies();
});

/** The real command, with a temporary folder of its own, in which it may leave nothing. */
async function command(name: string, args: string[], env: Record<string, string> = {}) {
  const { exitCode, stdout, stderr } = await execa(process.execPath, ["shop", name, ...args], {
    cwd: projectRoot,
    env: { TMPDIR: temporary, ...env },
    reject: false,
  });
  return { exitCode, stdout, stderr, left: readdirSync(temporary) };
}
const drill = (...args: string[]) => command("drill", args);

const elsewhere = 'error: --aws: AWS_ENDPOINT_URL_S3 is "http://127.0.0.1:9", and --aws is about AWS itself. Unset it';

describe("refuses at once, with exit code 2 and nothing begun", () => {
  let silent: Server;
  beforeAll(async () => {
    silent = createServer((socket) => socket.unref().on("error", () => {})).listen(0, "127.0.0.1");
    await once(silent, "listening");
  });
  afterAll(() => silent.close());

  const refused = (message: string) => ({
    exitCode: 2,
    stdout: "",
    stderr: expect.stringContaining(message),
    left: [],
  });

  it.each<[string, string[], string]>([
    [
      "an unknown option",
      ["--targt=eu-central-1"],
      'error: drill: "--targt" is not a known option. Did you mean "--target"?',
    ],
    ["an argument too many", ["eu-central-1"], "error: too many arguments"],
    [
      "an unknown target",
      ["--target", `${first?.region}2`],
      `error: --target: "${first?.region}2" is not a known recovery target. Did you mean "${first?.region}"?`,
    ],
    [
      "an endpoint that is not on loopback",
      ["--endpoint", "https://ec2.eu-west-1.amazonaws.com"],
      'error: --endpoint: "https://ec2.eu-west-1.amazonaws.com" is not on this machine',
    ],
    [
      "an endpoint that nobody listens on",
      ["--endpoint", "http://127.0.0.1:9"],
      "error: --endpoint: http://127.0.0.1:9 does not answer (connect ECONNREFUSED 127.0.0.1:9). Start it, or leave",
    ],
  ])("%s", async (_, args, message) => {
    expect(await drill(...args)).toEqual(refused(message));
  });

  it.each<[string, string, string[], string]>([
    ["an endpoint beside AWS itself", "drill", ["--aws", "--endpoint", "http://127.0.0.1:9"], "cannot be used with"],
    ["AWS itself where the environment has another endpoint", "drill", ["--aws"], elsewhere],
    ["to clean up in AWS where the environment has another endpoint", "clean-up", ["--aws"], elsewhere],
  ])("%s", async (_, name, args, message) => {
    expect(await command(name, args, { AWS_ENDPOINT_URL_S3: "http://127.0.0.1:9" })).toEqual(refused(message));
  });

  it("an endpoint that takes the call and never answers, within seconds", async () => {
    const address = silent.address();
    const port = typeof address === "object" && address ? address.port : 0;
    expect(await drill("--endpoint", `http://127.0.0.1:${port}`)).toEqual(
      refused("does not answer (nothing within 5 s)"),
    );
  });
});

it("names target, commit and steps with --dry-run, and makes nothing", async () => {
  const copy = copyOfProject("dry-run");
  writeFileSync(join(copy, ".gitignore"), "node_modules\n.cache\n");
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...args], { cwd: copy });
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "-m", "one");
  const args = ["tools/run.mjs", "--needs", "node", "tools/shop/cli.ts", "drill", "--dry-run"];
  const env = { TMPDIR: temporary };
  const { exitCode, stdout } = await execa(process.execPath, args, { cwd: copy, env, reject: false });
  expect(exitCode).toBe(0);
  const commit = String(git("rev-parse", "HEAD")).slice(0, 12);
  const [headline = "", ...rest] = stdout.split("\n");
  expect(headline).toBe(
    `Would drill ${copied[0]?.lost} → ${copied[0]?.region} (1 of ${copied.length} targets), commit ${commit}, in a local AWS of its own:`,
  );
  const titles = everyStep.flatMap(([{ title }, only]) =>
    only === undefined || only === "without `--aws`" ? [title] : [],
  );
  expect(rest.slice(0, -1).map((line) => line.replace(/^ *\d+\. | {2,}.*$/g, ""))).toEqual(titles);
  expect(readdirSync(temporary)).toEqual([]);
  expect(existsSync(join(copy, "drill-report"))).toBe(false);
});

describe("of the repository", () => {
  const repository = join(temporary, "repository");
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...args], {
      cwd: repository,
      encoding: "utf8",
      env: process.env,
    }).trim();
  beforeAll(() => {
    execFileSync("git", ["init", "--quiet", repository]);
    writeFileSync(join(repository, "file"), "1");
    git("add", ".");
    git("commit", "--quiet", "-m", "one");
    git("tag", "first");
  });
  afterAll(() => rmSync(repository, { recursive: true }));

  it("gives the commit of a ref", async () => {
    const commit = git("rev-parse", "HEAD");
    expect(await resolveCommit(repository, "HEAD")).toBe(commit);
    expect(await resolveCommit(repository, "first")).toBe(commit);
    expect(await resolveCommit(repository, commit.slice(0, 10))).toBe(commit);
  });

  it.each(["lost-branch", "--all", "first:file", ""])('refuses "%s", which is no commit', async (ref) => {
    await expect(resolveCommit(repository, ref)).rejects.toMatchObject({
      name: "UserError",
      message: `--ref: "${ref}" is not a commit, branch or tag of this repository. See \`git log --oneline --all\`.`,
    });
  });

  it.each(["file", "new-file"])("refuses a dirty tree, and names the file: %s", async (file) => {
    writeFileSync(join(repository, file), "2");
    try {
      await expect(resolveCommit(repository, "HEAD")).rejects.toMatchObject({
        name: "UserError",
        message: expect.stringMatching(
          new RegExp(`^The working tree has uncommitted changes.*\n.* ${file}\nCommit them`),
        ),
      });
    } finally {
      git("checkout", "--quiet", "--", ".");
      git("clean", "--quiet", "--force");
    }
  });

  it("sees the repository as the clones that follow do, whatever git is told by variables", async () => {
    writeFileSync(join(repository, "new-file"), "2");
    const told = {
      GIT_CONFIG_COUNT: "1",
      GIT_CONFIG_KEY_0: "status.showUntrackedFiles",
      GIT_CONFIG_VALUE_0: "no",
    };
    Object.assign(process.env, told);
    try {
      expect(git("status", "--porcelain")).toBe("");
      await expect(resolveCommit(repository, "HEAD")).rejects.toThrow("has uncommitted changes");
    } finally {
      for (const name of Object.keys(told)) delete process.env[name];
      rmSync(join(repository, "new-file"));
    }
  });

  it("gives for an account only a commit of origin's main, as it was last fetched", async () => {
    const [commit, options] = [git("rev-parse", "HEAD"), { merged: true }];
    const refused = { name: "UserError", message: expect.stringContaining(`--ref: ${commit.slice(0, 12)} is not in`) };
    await expect(resolveCommit(repository, "HEAD", options)).rejects.toMatchObject(refused);
    const elsewhere = git("commit-tree", "-m", "elsewhere", "HEAD^{tree}");
    git("update-ref", "refs/remotes/origin/main", elsewhere);
    await expect(resolveCommit(repository, "HEAD", options)).rejects.toMatchObject(refused);
    git("update-ref", "refs/remotes/origin/main", git("commit-tree", "-p", commit, "-m", "two", "HEAD^{tree}"));
    expect(await resolveCommit(repository, "HEAD", options)).toBe(commit);
  });

  it("refuses a folder that is no repository", async () => {
    await expect(resolveCommit(tmpdir(), "HEAD")).rejects.toMatchObject({
      name: "UserError",
      message: expect.stringContaining("is not a git repository"),
    });
  });
});

it("refuses a temporary folder from which no program runs, with the way out", async () => {
  await expect(checkTemporary("/proc/self")).rejects.toMatchObject({
    name: "UserError",
    message: expect.stringMatching(/^No program runs from \/proc\/self, .* To go on, set TMPDIR to a folder on a disk/),
  });
  await expect(checkTemporary(temporary)).resolves.toBeUndefined();
});

it("refuses a disk without room for the clones", () => {
  expect(() => checkSpace("/data", () => 1.5 * 2 ** 30)).toThrow(
    "/data has 1.5 GiB free, and the drill's two clones need 4.0. Free some, or set TMPDIR to a larger disk.",
  );
  expect(() => checkSpace("/data", () => 4 * 2 ** 30)).not.toThrow();
});
