import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execaSync } from "execa";
import { z } from "zod";
import { childEnvironment } from "../../../terraform/process/environments";
import { projectRoot } from "../../../terraform/project-root";
import { copyOfProject, removeCopies } from "../../app/project";
import { environments } from "../../example/regions/environments";
import { runFolder } from "../../support/once";
import { until } from "../../support/until";

let project: string;
let temporary: string;

beforeAll(() => {
  project = copyOfProject("affected");
  temporary = mkdtempSync(join(runFolder(), "tmp-"));
  writeFileSync(join(project, ".gitignore"), "node_modules\n.cache\n");
  for (const args of [
    ["init", "-q", "-b", "main"],
    ["add", "-A"],
    ["commit", "-q", "-m", "all"],
  ])
    git(...args);
  const file = join(project, "modules/state/tier.ts");
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace('"PAY_PER_REQUEST"', '"PROVISIONED"'));
  expect(readFileSync(file, "utf8")).not.toBe(text);
});
afterAll(removeCopies);

const git = (...args: string[]): string =>
  execaSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...args], { cwd: project }).stdout;

const affected = (...args: string[]) =>
  spawn(process.execPath, ["tools/run.mjs", "--needs", "node", "tools/shop/cli.ts", "affected", ...args], {
    cwd: project,
    env: childEnvironment({ TMPDIR: temporary }),
    stdio: ["ignore", "pipe", "inherit"],
  });

it("leaves nothing behind when it is interrupted", async () => {
  const child = affected();
  const isWritten = (name: string) => existsSync(join(temporary, name, "project/main.ts"));
  await until(() => child.exitCode !== null || readdirSync(temporary).some(isWritten));
  child.kill("SIGINT");
  expect(await once(child, "close")).toEqual([1, null]);
  expect(readdirSync(temporary)).toEqual([]);
  expect(readdirSync(join(project, ".cache/synth"))).toEqual([]);
});

it("finds every root that calls a changed module, and leaves the repository as it is", async () => {
  const status = git("status", "--porcelain");
  const child = affected("--json");
  let out = "";
  child.stdout.on("data", (text) => {
    out += text;
  });
  expect(await once(child, "close")).toEqual([0, null]);
  const schema = JSON.parse(readFileSync(join(projectRoot, "docs/schemas/affected.json"), "utf8"));
  expect(z.fromJSONSchema(schema).safeParse(JSON.parse(out)).error).toBeUndefined();
  const { since, roots } = JSON.parse(out);
  expect(since).toEqual({ commit: git("rev-parse", "HEAD"), because: "where this branch left main" });
  const states = environments.flatMap(({ name, regions }) => regions.map((region) => `${name}-${region.name}-state`));
  expect(roots.map(({ id }: { id: string }) => id).sort()).toEqual(states.sort());
  // Where drills run, a table keeps their lease.
  for (const { changed } of roots) {
    expect(changed).toContainEqual({ address: "module.state.aws_dynamodb_table.locks", attributes: ["billing_mode"] });
    for (const { attributes } of changed) expect(attributes).toEqual(["billing_mode"]);
  }
  expect(git("status", "--porcelain")).toBe(status);
  expect(git("worktree", "list").split("\n")).toHaveLength(1);
  expect(readdirSync(temporary)).toEqual([]);
});
