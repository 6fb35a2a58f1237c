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

it("keeps each README's links on files that exist", () => {
  const pages = [...documents.keys(), "README.md", ...handwritten()];
  const broken = pages.flatMap((page) =>
    [
      ...readFileSync(join(projectRoot, page), "utf8")
        .replace(/`[^`\n]*`/g, "")
        .matchAll(/\]\(([^)#:]+)\)/g),
    ]
      .map(([, link = ""]) => join(page, "..", link))
      .filter((path) => !existsSync(join(projectRoot, path)))
      .map((path) => `${page}: ${path}`),
  );
  expect(broken).toEqual([]);
});

const handwritten = (): string[] =>
  readdirSync(join(projectRoot, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`);
