import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { childEnvironment } from "../../terraform/process/environments";
import { projectRoot } from "../../terraform/project-root";
import { synthesized } from "../support/synthesized";

const pages = ["README.md", "dr/README.md", "docs/extend.md"];
/** Every command of a page's `sh` blocks, without its comment. */
const commands = pages.flatMap((page) =>
  [...readFileSync(join(projectRoot, page), "utf8").matchAll(/^ *```sh\n([\s\S]*?)^ *```$/gm)].flatMap(
    ([, block = ""]) =>
      block
        .split("\n")
        .map((line) => line.replace(/\s+#.*$/, "").trim())
        .filter(Boolean)
        .map((command): [page: string, command: string] => [page, command]),
  ),
);
const { scripts }: { scripts: Record<string, string> } = JSON.parse(
  readFileSync(join(projectRoot, "package.json"), "utf8"),
);
const of = (start: string) => commands.filter(([, command]) => command.startsWith(start));
const words = (command: string) => command.split(/\s+/).map((word) => word.replaceAll("'", ""));
const helps = new Map<string, Promise<string>>();
/** What a script prints for --help, asked once. */
function helpOf(script: string): Promise<string> {
  const [program = "", ...args] = words(script);
  const help =
    helps.get(script) ??
    execa(program, [...args, "--help"], { cwd: projectRoot, env: childEnvironment(), extendEnv: false }).then(
      ({ stdout }) => stdout,
    );
  helps.set(script, help);
  return help;
}
/** Roots by id, with those that each depends on. */
let stacks: Record<string, { dependencies: string[] }>;

beforeAll(() => {
  stacks = JSON.parse(readFileSync(join(synthesized(), "manifest.json"), "utf8")).stacks;
});

it("finds the commands, and knows each program", () => {
  expect(commands.length).toBeGreaterThan(20);
  const programs = new Set(commands.map(([, command]) => words(command)[0]));
  expect([...programs].sort()).toEqual(["aws", "cd", "git", "npm", "terraform"]);
});

it("has every command as a script, and every script on a page", () => {
  const started = Object.values(scripts).map((script) => script.split(" ").at(-1));
  const entries = ["dr", "tools"].flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /(^|\/)cli\.ts$/.test(file))
      .map((file) => `${folder}/${file}`),
  );
  expect(entries.filter((entry) => !started.includes(entry))).toEqual([]);
  const text = pages.map((page) => readFileSync(join(projectRoot, page), "utf8")).join("\n");
  expect(Object.keys(scripts).filter((name) => !new RegExp(`npm (run )?${name}\\b`).test(text))).toEqual([]);
});

it.each(of("npm"))("%s: %s is a script with these options", async (_, command) => {
  const [, run, ...rest] = words(command);
  const name = run === "run" ? (rest.shift() ?? "") : (run ?? "");
  const script = scripts[name] ?? "no such script";
  expect({ name, script }).toEqual({ name, script: expect.stringMatching(/^node tools\/run\.mjs( |$)/) });
  const options = rest.filter((word) => word.startsWith("--") && word !== "--");
  if (options.length === 0 || name === "cdktf") return;
  const help = await helpOf(script);
  expect(options.filter((option) => !help.includes(`${option} `))).toEqual([]);
});

/** The stacks that each pattern of a cdktf command matches. */
const matched = (patterns: readonly string[]): string[][] =>
  patterns.map((pattern) =>
    Object.keys(stacks).filter((id) => new RegExp(`^${pattern.replaceAll("*", ".*")}$`).test(id)),
  );

it.each(of("npm run cdktf"))("%s: %s names stacks that exist, each once, and never a recovery", (_, command) => {
  const [, , , , subcommand, ...rest] = words(command);
  const patterns = rest.filter((word) => !word.startsWith("--"));
  expect(["diff", "deploy", "destroy", "synth"]).toContain(subcommand);
  const matching = matched(patterns);
  expect(matching).not.toContainEqual([]);
  const named = matching.flat();
  expect(named.filter((id) => id.includes("recovery"))).toEqual([]);
  // cdktf applies a stack that two patterns match twice, at the same time.
  expect(named).toEqual([...new Set(named)]);
});

it.each(of("npm run cdktf -- deploy"))(
  "%s: %s names all that its stacks depend on, which cdktf wants",
  (_, command) => {
    const named = matched(words(command).slice(5)).flat();
    const wanted = new Set(named.flatMap((id) => stacks[id]?.dependencies ?? []));
    expect([...wanted].filter((id) => !named.includes(id))).toEqual([]);
  },
);

it.each(of("cd"))("%s: %s leads into a root that exists", (_, command) => {
  expect(Object.keys(stacks).map((id) => `cd cdktf.out/stacks/${id}`)).toContain(command);
});
