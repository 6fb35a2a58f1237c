import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Contract } from "../../modules/core/contract";
import { graph } from "../../regions/wiring/graph";
import { contracts } from "../../regions/wiring/tiers";
import { projectRoot } from "../../terraform/project-root";
import { generate } from "../../tools/docs/generate";
import { synthesized } from "../support/synthesized";

let documents: Map<string, string>;

beforeAll(() => {
  documents = generate(synthesized());
});

it("has a README for every tier", () => {
  const tiers = readdirSync(join(projectRoot, "modules")).filter((name) =>
    existsSync(join(projectRoot, "modules", name, "tier.ts")),
  );
  expect(contracts.map(({ name }) => name)).toEqual(tiers.sort());
});

it("says of every tier which ones it reads from, and which read from it", () => {
  const says = ({ name }: Contract, what: RegExp) => what.exec(documents.get(`modules/${name}/README.md`) ?? "")?.[0];
  for (const contract of contracts)
    for (const other of graph.upstream(contract)) {
      expect(says(contract, /^(Reads from|Collects) .*$/m)).toContain(`[${other.name}](../${other.name}/README.md)`);
      expect(says(other, /Read by .*$/m)).toContain(`[${contract.name}](../${contract.name}/README.md)`);
    }
});

const pages = (): string[] => [...new Set([...documents.keys(), "README.md", ...atTheTop(), ...handwritten()])];
const read = (page: string): string => readFileSync(join(projectRoot, page), "utf8");

it("leads with every link of every page to a file and a heading that exist", () => {
  const broken = pages().flatMap((page) =>
    [
      ...read(page)
        .replace(/`[^`\n]*`/g, "")
        .matchAll(/\]\((?![a-z]+:)([^)#]*)#?([^)]*)\)/g),
    ]
      .filter(([, link = "", heading = ""]) => !leads(link === "" ? page : join(page, "..", link), heading))
      .map(([link]) => `${page}: ${link}`),
  );
  expect(broken).toEqual([]);
});

const leads = (path: string, heading: string): boolean =>
  existsSync(join(projectRoot, path)) && (heading === "" || headingsOf(path).includes(heading));

/** The names that GitHub gives the headings of a page. */
const headingsOf = (page: string): string[] =>
  [...read(page).matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replace(/[^\w\- ]/g, "")
      .replaceAll(" ", "-"),
  );

it("names files and folders that exist", () => {
  const gone = pages().flatMap((page) =>
    [...read(page).matchAll(/`((?:__tests__|docs|dr|modules|regions|terraform|tools|\.github)\/[\w./-]+)`/g)]
      .map(([, path = ""]) => path)
      .filter((path) => !existsSync(join(projectRoot, path)))
      .map((path) => `${page}: ${path}`),
  );
  expect(gone).toEqual([]);
});

it("names every page in the README", () => {
  const linked = [...read("README.md").matchAll(/\]\(([^)#]+)/g)].map(([, link = ""]) => link);
  const isNamed = (page: string) => linked.includes(page) || linked.includes(page.replace(/\/README\.md$/, ""));
  const others = pages().filter((page) => page !== "README.md" && !/^docs\/decisions\/\d/.test(page));
  expect(others.filter((page) => !isNamed(page))).toEqual([]);
});

it("lists every decision, each by a number of its own", () => {
  const index = documents.get("docs/decisions/README.md") ?? "";
  const decisions = readdirSync(join(projectRoot, "docs/decisions")).filter((file) => file !== "README.md");
  expect(decisions.filter((file) => !index.includes(`](${file})`))).toEqual([]);
  expect(decisions.map((file) => Number(file.slice(0, 4)))).toEqual(decisions.map((_, at) => at + 1));
});

it("explains words that the pages use, in the order of the alphabet", () => {
  const words = [...read("docs/glossary.md").matchAll(/^\| (?!Word|---)([^|]+) \|/gm)].map(([, word = ""]) => word);
  expect(words.length).toBeGreaterThan(20);
  expect(words).toEqual([...words].sort((one, other) => one.localeCompare(other, "en")));
  const text = pages()
    .filter((page) => page !== "docs/glossary.md")
    .map(read)
    .join("\n")
    .toLowerCase();
  const isUsed = (word: string) => word.split(", ").every((one) => text.includes(one.toLowerCase()));
  expect(words.filter((word) => !isUsed(word))).toEqual([]);
});

const atTheTop = (): string[] => readdirSync(projectRoot).filter((file) => file.endsWith(".md"));

const handwritten = (): string[] =>
  readdirSync(join(projectRoot, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`);
