import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { z } from "zod";
import { environments } from "../../../regions/environments";
import { checksEnvironment } from "../../../terraform/process/environments";
import { projectRoot } from "../../../terraform/project-root";
import { listed } from "../../../tools/shop/commands";

const page = (name: string): string => readFileSync(join(projectRoot, `docs/help/${name}.txt`), "utf8");
const names = listed.map(({ name }) => name);
const own = names.filter((name) => page(name).includes("--json"));
const schema = (name: string) => JSON.parse(readFileSync(join(projectRoot, `docs/schemas/${name}.json`), "utf8"));
const run = (program: string, ...args: string[]) =>
  execa(program, args, { cwd: projectRoot, env: checksEnvironment(), extendEnv: false, reject: false });

it.each(names)("%s has examples with options that it has, and says what its exit codes mean", (name) => {
  const text = page(name);
  const [, examples = "", codes = ""] = /^Examples:\n([\s\S]*?)\n\nExit codes:\n([\s\S]*)$/m.exec(text) ?? [];
  const calls = examples.split("\n").map((line) => line.trim().split(/\s{2,}/)[0] ?? "");
  for (const call of calls) {
    expect(call).toMatch(new RegExp(`^\\./shop ${name}( |$)`));
    const options = call.split(/[ =]/).filter((word) => word.startsWith("--") && word !== "--");
    for (const option of options) expect(text).toMatch(new RegExp(`^ {2}(-\\w, )?${option}\\b`, "m"));
  }
  expect(codes.match(/^ {2}[012] {2}\S/gm)).toHaveLength(3);
});

it.each(own)("%s has a schema of what --json prints", (name) => {
  expect(existsSync(join(projectRoot, `docs/schemas/${name}.json`))).toBe(true);
  expect(schema(name).title).toBe(`./shop ${name} --json`);
  expect(() => z.fromJSONSchema(schema(name))).not.toThrow();
});

it("has --dry-run wherever something is written, sent or deleted outside of folders of the command's own", () => {
  // These read, or write only what they remove again, or what their users name for that.
  const only = [
    "affected",
    "cdktf",
    "cost",
    "doctor",
    "lane",
    "list",
    "local-aws",
    "measure",
    "needed-fixes",
    "review",
    "reviewed",
    "settings",
    "status",
    "test",
  ];
  expect(names.filter((name) => !page(name).includes("--dry-run")).sort()).toEqual(only);
});

it.each(listed)("keeps what $name is about on one line of the list", ({ name }) => {
  const [line = ""] = new RegExp(`^ {2}${name} {2}.*$`, "m").exec(page("shop")) ?? [];
  expect(line.length).toBeLessThanOrEqual(100);
});

const [
  {
    name: environment,
    regions: [region],
  } = { name: "", regions: [] },
] = environments;
it.each([
  ["list", []],
  ["settings", [`${environment}/${region?.name}`]],
  ["diagram", [environment, "--dry-run"]],
])("%s --json prints what its schema says, and nothing else", async (name, args) => {
  const { exitCode, stdout } = await run(process.execPath, "shop", name, ...args, "--json");
  const { success, error } = z.fromJSONSchema(schema(name)).safeParse(JSON.parse(stdout));
  expect({ exitCode, success, error }).toEqual({ exitCode: 0, success: true, error: undefined });
});

it("does not begin a drill of which npm took an option", async () => {
  const { exitCode, stderr } = await run("npm", "run", "--silent", "drill", "--keep");
  expect({ exitCode, stderr }).toEqual({
    exitCode: 2,
    stderr: expect.stringContaining(
      "error: npm took --keep for itself. Put -- before the options: npm run drill -- --keep; or use ./shop drill --keep.",
    ),
  });
});
