import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { z } from "zod";
import { verdictBlock } from "../dr/report/terminal";
import type { Choice } from "../modules/core/contract";
import { contractOf, contracts } from "../regions/wiring/tiers";
import { projectRoot } from "../terraform/project-root";
import { components, numberedIds } from "../tools/diagram/kinds/components";
import { reports } from "./dr/report/reports";
import { exampleGoldens } from "./support/example";

/** What the architecture names beside its numbers, by words of the row. */
const named = [
  "Certificates",
  "SNS",
  "CloudTrail",
  "AWS Config",
  "Access Analyzer",
  "Log buckets",
  "KMS",
  "IAM",
  "Backups",
];

interface Row {
  readonly component: string;
  readonly types: readonly string[];
  readonly files: readonly string[];
  readonly swaps: readonly string[];
}

const readme = readFileSync(join(projectRoot, "README.md"), "utf8");
const [, text = ""] = /^### The components\n([\s\S]*?)^## /m.exec(readme) ?? [];
const rows = text
  .split("\n")
  .filter((line) => /^\| (?!Component|---)/.test(line))
  .map((line): [string, Row] => {
    const [component = "", types = "", files = "", swaps = ""] = line
      .split("|")
      .slice(1)
      .map((cell) => cell.trim());
    return [component, { component, types: quoted(types), files: links(files), swaps: quoted(swaps) }];
  });

/** Made only where a setting asks for it, which no environment of the example does. */
const onRequest = [
  "aws_shield_subscription",
  "aws_shield_protection",
  "aws_ami_copy",
  "aws_egress_only_internet_gateway",
  "aws_s3_bucket_replication_configuration",
].filter((type) =>
  readdirSync(join(projectRoot, "modules"), { recursive: true, encoding: "utf8" }).some(
    (file) =>
      file.endsWith(".ts") &&
      readFileSync(join(projectRoot, "modules", file), "utf8").includes(
        `provider-aws/lib/${type.replace("aws_", "").replaceAll("_", "-")}"`,
      ),
  ),
);

const declared = new Set(
  [...exampleGoldens()]
    .filter(([path]) => path.startsWith("modules/"))
    .flatMap(([, text]) => Object.keys(JSON.parse(text).resource)),
);

function quoted(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, word = ""]) => word);
}
function links(cell: string): string[] {
  return [...cell.matchAll(/\]\(([^)]+)\)/g)].map(([, path = ""]) => path);
}

/** Every field that a choice and its alternatives have, and what each takes: a field that chooses takes its alternatives. */
function fieldsOf({ shape, settings, variants }: Choice): [name: string, takes: (value: unknown) => boolean][] {
  const own = Object.entries({ ...shape.shape, ...settings.shape }).map(
    ([name, type]): [string, (value: unknown) => boolean] => [
      name,
      (value) => (type as z.ZodType).safeParse(value).success,
    ],
  );
  if (!variants) return own;
  return [
    ...own,
    [variants.by, (value) => String(value) in variants.of],
    ...Object.values(variants.of).flatMap((one) => fieldsOf(one)),
  ];
}

/** Whether a region file may say so: `tier` where that is optional, `tier.field`, or `tier.field: value`. */
function mayBeSaid(swap: string): boolean {
  const [, tier = "", field, value] = /^(\w+)(?:\.(\w+)(?:: (.+))?)?$/.exec(swap) ?? [];
  const contract = contractOf(tier);
  if (!contract) return false;
  if (field === undefined) return contract.optional === true;
  const found = fieldsOf(contract).filter(([name]) => name === field);
  return found.length > 0 && (value === undefined || found.some(([, takes]) => takes(JSON.parse(value))));
}

it("has a row for each component of the architecture, by its number or name", () => {
  const numbers = rows.flatMap(([component]) =>
    [...component.matchAll(/\((\d+)\)/g)].map(([, number]) => Number(number)),
  );
  expect([...new Set(numbers)].sort((one, other) => one - other)).toEqual(
    Array.from({ length: 18 }, (_, at) => at + 1),
  );
  expect(named.filter((word) => !rows.some(([component]) => component.includes(word)))).toEqual([]);
});

it("numbers the parts of the picture as the components", () => {
  for (const [at, id] of numberedIds.entries()) {
    const { number, file } = components[id];
    expect(number).toBe(at + 1);
    const ofNumber = rows.filter(([component]) => component.includes(`(${number})`));
    expect([id, ofNumber.flatMap(([, row]) => row.files)]).toEqual([id, expect.arrayContaining([file])]);
  }
  expect(numberedIds).toHaveLength(18);
});

it.each([
  ["README.md", "region"],
  ["dr/README.md", "recovery"],
])("opens %s with the %s view, in light and in dark", (page, view) => {
  const text = readFileSync(join(projectRoot, page), "utf8");
  const [head = ""] = text.split(/^## /m);
  const files = [...head.matchAll(/(?:href|src|srcset)="([^"]+)"/g)].map(([, file = ""]) => join(dirname(page), file));
  expect(files).toEqual(["light.svg", "dark.png", "light.png"].map((end) => `docs/pictures/${view}-${end}`));
  expect(files.filter((file) => !existsSync(join(projectRoot, file)))).toEqual([]);
});

it("says what people need in the order in which they need it", () => {
  expect([...readme.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual([
    "First result in two minutes",
    "The two commands",
    "Commands",
    "What it costs",
    "Change a setting",
    "Add a region",
    "Deploy for real",
    "What the review says",
    "The pipeline on GitHub",
    "Use the modules without TypeScript",
    "Troubleshooting",
    "Limits of this version",
    "How it works",
    "More documents",
    "What the platform is made of",
    "Licence",
  ]);
});

it("shows what a drill ends with", () => {
  expect(readme).toContain(verdictBlock(reports.passed()).trim());
});

it("says of each step of a deployment how to see that it is done", () => {
  const [, deploy = ""] = /^## Deploy for real\n([\s\S]*?)^## /m.exec(readme) ?? [];
  const steps = deploy.split(/^\d+\. /m).slice(1);
  expect(steps.length).toBeGreaterThan(10);
  // The last one is on a page of its own.
  expect(steps.slice(0, -1).filter((step) => !/\*Done when\*/.test(step))).toEqual([]);
});

it("has a row for each tier that runs the shop or watches it", () => {
  const files = rows.flatMap(([, row]) => row.files).join();
  const tiers = readdirSync(join(projectRoot, "modules")).filter((name) =>
    existsSync(join(projectRoot, "modules", name, "tier.ts")),
  );
  expect(tiers.filter((tier) => !files.includes(`modules/${tier}/`))).toEqual([]);
});

it("lists every tier, and what it costs", () => {
  const listed = [...readme.matchAll(/^\| \[(\w+)\]\(modules\/\1\/README\.md\) \| [^|]+ \| [^|]+ \|$/gm)];
  expect(listed.map(([, name]) => name).sort()).toEqual(contracts.map(({ name }) => name));
});

it.each(rows)("%s: its files exist", (_, { files }) => {
  expect(files).not.toEqual([]);
  expect(files.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
});

it.each(rows)("%s: its resources are synthesized", (_, { types }) => {
  expect(types).not.toEqual([]);
  expect(types.filter((type) => !declared.has(type) && !onRequest.includes(type))).toEqual([]);
});

it.each(rows)("%s: what turns it off or swaps it may be said in a region file", (_, { swaps }) => {
  expect(swaps.filter((swap) => !mayBeSaid(swap))).toEqual([]);
});

it("takes no setting, value or tier for one that does not exist", () => {
  expect(["web.colour", 'database.engine: "mysql"', "database", "shop.engine"].filter(mayBeSaid)).toEqual([]);
  expect(mayBeSaid('database.engine: "rds"')).toBe(true);
});
