import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../terraform/project-root";
import { listed } from "../../tools/shop/commands";
import { exampleSynthesized } from "../support/example";

const pages = [
  ...readdirSync(projectRoot).filter((file) => file.endsWith(".md")),
  "dr/README.md",
  ...readdirSync(join(projectRoot, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
];
/** Every command of a page's `sh` blocks, without its comment. */
const commands = pages.flatMap((page) =>
  [...readFileSync(join(projectRoot, page), "utf8").matchAll(/^ *```sh\n([\s\S]*?)^ *```$/gm)].flatMap(
    ([, block = ""]) =>
      block
        .replace(/ \\\n */g, " ")
        .split("\n")
        .map((line) => line.replace(/\s+#.*$/, "").trim())
        .filter(Boolean)
        .map((command): [page: string, command: string] => [page, command]),
  ),
);
/** Every command that a page's sentences name. */
const named = pages.flatMap((page) =>
  [
    ...readFileSync(join(projectRoot, page), "utf8").matchAll(/`((?:\.\/shop|npm test|npm run) [^`<]+?)(?: <[^`]*)?`/g),
  ].map(([, command = ""]): [page: string, command: string] => [page, command.replace(/\s+/g, " ")]),
);
const { scripts }: { scripts: Record<string, string> } = JSON.parse(
  readFileSync(join(projectRoot, "package.json"), "utf8"),
);
const of = (start: string) => commands.filter(([, command]) => command.startsWith(start));
const words = (command: string) => command.split(/\s+/).map((word) => word.replaceAll("'", ""));
const names = listed.map(({ name }) => name);
/** Roots by id, with those that each depends on. */
let stacks: Record<string, { dependencies: string[] }>;

beforeAll(() => {
  stacks = JSON.parse(readFileSync(join(exampleSynthesized(), "manifest.json"), "utf8")).stacks;
});

it("finds the commands, and knows each program", () => {
  expect(commands.length).toBeGreaterThan(20);
  const programs = new Set(commands.map(([, command]) => words(command)[0]));
  expect([...programs].sort()).toEqual(["./shop", "aws", "cd", "dig", "git", "npm", "terraform"]);
});

it("names every command on a page, and has npm scripts for commands only", () => {
  const text = pages.map((page) => readFileSync(join(projectRoot, page), "utf8")).join("\n");
  const isNamed = (name: string) => new RegExp(`(\\./shop|npm|npm run) ${name}\\b`).test(text);
  expect(names.filter((name) => !isNamed(name))).toEqual([]);
  expect(Object.entries(scripts)).toEqual(Object.keys(scripts).map((name) => [name, `node shop ${name}`]));
  expect(Object.keys(scripts).filter((name) => !names.includes(name))).toEqual([]);
});

it.each([...of("npm"), ...of("./shop"), ...named])("%s: %s is a command with these options", (_, command) => {
  const [program, ...rest] = words(command);
  if (program === "npm" && rest[0] === "run") rest.shift();
  const name = rest.shift() ?? "";
  expect(names).toContain(name);
  const help = readFileSync(join(projectRoot, `docs/help/${name}.txt`), "utf8");
  const options = rest.filter((word) => /^--[a-z]/.test(word));
  expect(name === "cdktf" ? [] : options.filter((option) => !help.includes(`${option} `))).toEqual([]);
});

/** The stacks that each pattern of a cdktf command matches. */
const matched = (patterns: readonly string[]): string[][] =>
  patterns.map((pattern) =>
    Object.keys(stacks).filter((id) => new RegExp(`^${pattern.replaceAll("*", ".*")}$`).test(id)),
  );

it.each(of("./shop cdktf"))("%s: %s names stacks that exist, each once, and never a recovery", (_, command) => {
  const [, , subcommand, ...rest] = words(command);
  const patterns = rest.filter((word) => !word.startsWith("--"));
  expect(["diff", "deploy", "destroy", "synth"]).toContain(subcommand);
  const matching = matched(patterns);
  expect(matching).not.toContainEqual([]);
  const named = matching.flat();
  expect(named.filter((id) => id.includes("recovery"))).toEqual([]);
  // cdktf applies a stack that two patterns match twice, at the same time.
  expect(named).toEqual([...new Set(named)]);
});

it.each(of("./shop cdktf deploy"))("%s: %s names all that its stacks depend on, which cdktf wants", (_, command) => {
  const named = matched(words(command).slice(3)).flat();
  const wanted = new Set(named.flatMap((id) => stacks[id]?.dependencies ?? []));
  expect([...wanted].filter((id) => !named.includes(id))).toEqual([]);
});

it.each(of("cd"))("%s: %s leads into a root that exists", (_, command) => {
  expect(Object.keys(stacks).map((id) => `cd cdktf.out/stacks/${id}`)).toContain(command);
});
