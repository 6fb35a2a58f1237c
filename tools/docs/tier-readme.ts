import type { Contract } from "../../modules/core/contract";
import type { Reading } from "../../modules/core/graph";
import type { Region } from "../../regions/schema/region-schema";
import { graph } from "../../regions/wiring/graph";
import type { Published } from "../../terraform/published";
import { example } from "../modules/example";
import { code, document, fenced } from "../modules/markdown";
import { needsOf } from "../modules/needs";
import { promiseOf } from "../modules/promise";
import { inputsTable, outputsTable, resourcesTable } from "../modules/tables";
import { configExample } from "./config-example";
import { configTable } from "./config-table";

const places: Readonly<Record<Contract["scope"], string>> = {
  global: "Deployed once for all regions of an environment.",
  account: "Deployed once in each region whose role has it.",
  region: "Deployed in each region that runs the shop; a recovery creates it in the target.",
};

/** The README of a tier: what it is, what a region file says, and how Terraform calls the module as `published`. */
export function tierReadme(contract: Contract, published: Published, region: Region | undefined): string {
  return document(
    "<!-- written by ./shop update: edits are lost -->",
    `# ${contract.name}`,
    contract.summary,
    places[contract.scope],
    promiseOf(contract.name),
    ...neighbours(contract),
    "## In a region file",
    ...regionFile(contract, region),
    "## As a Terraform module",
    `${code("./shop modules")} writes it for every region. This is the one of ${published.environment}, ${published.region}:`,
    fenced("hcl", example(published)),
    needsOf(published),
    "### Inputs",
    inputsTable(published),
    "### Outputs",
    outputsTable(published),
    "### Resources",
    resourcesTable(published),
  );
}

/** Which tiers it reads from, and which read from it. */
function neighbours(contract: Contract): string[] {
  const linked = (tiers: readonly Contract[]) =>
    [...new Set(tiers)].map(({ name }) => `[${name}](../${name}/README.md)`).join(", ");
  const readings = (when: Reading["when"]) => graph.readings(contract).filter((reading) => reading.when === when);
  const readFrom = (when: Reading["when"]) => linked(readings(when).map(({ from }) => from));
  const collected = [...new Set(readings("each").flatMap(({ names }) => Object.values(names)))].map(code).join(", ");
  const readers = linked(graph.readers(contract));
  const sentences = [
    readFrom("always") && `Reads from ${readFrom("always")}.`,
    readFrom("there") && `Reads from ${readFrom("there")} where the region has it.`,
    collected && `Collects ${collected} from every tier of the region that has it: ${readFrom("each")}.`,
    contract.after && `Created after ${linked(contract.after)}.`,
    readers ? `Read by ${readers}.` : "Read by no other tier.",
  ];
  return [sentences.filter(Boolean).join(" ")];
}

function regionFile(contract: Contract, region: Region | undefined): string[] {
  const says = region && configExample(contract, region);
  if (!says) return ["It has no settings: it is the same in every environment and region."];
  const { shape, settings, variants } = contract;
  return [
    `What ${code(`regions/${region.name}.ts`)} sets, with every default written out; fields with a default may be left out, and a list replaces its default.`,
    fenced("ts", says),
    ...(Object.keys(shape.shape).length > 0 ? ["These decide which resources exist:", configTable([shape])] : []),
    ...(Object.keys(settings.shape).length > 0
      ? ["These set attributes, and are inputs of the module, too:", configTable([settings])]
      : []),
    ...(variants ? variantParts(variants) : []),
  ];
}

const variantParts = ({ by, description, fallback, of }: NonNullable<Contract["variants"]>): string[] => [
  `${code(by)} (${Object.keys(of)
    .map((name) => code(JSON.stringify(name)))
    .join(", ")}; default ${code(JSON.stringify(fallback))}): ${description}`,
  ...Object.entries(of).flatMap(([name, { shape, settings, variants }]) => [
    ...(Object.keys({ ...shape.shape, ...settings.shape }).length > 0
      ? [`With ${code(`${by}: ${JSON.stringify(name)}`)}:`, configTable([shape, settings])]
      : []),
    ...(variants ? variantParts(variants) : []),
  ]),
];
