import { z } from "zod";
import type { Choice, Contract } from "../../modules/core/contract";
import { snake } from "../../modules/core/naming";
import { runInputs } from "../../modules/core/run";
import { chosen } from "../../modules/core/variants";
import type { Environment } from "../../regions/schema/environment";
import { givenOf } from "../../regions/schema/given";
import { regionFile } from "../../regions/schema/region-file";
import type { Region } from "../../regions/schema/region-schema";
import { environmentsFile } from "../../regions/schema/said-in";
import { placeOf, stackId } from "../../regions/wiring/location";
import { readRootFile } from "../../terraform/root-file";
import { rootFolder } from "../../terraform/synthesized";

/** A value that a tier works with, and who decides it. */
export const setting = z.object({
  name: z.string(),
  value: z.unknown(),
  from: z
    .enum(["default", "region file", "environment", "wiring"])
    .describe(
      "Who decides it: the tier's contract, the region's file, the environment, or the wiring, which derives it.",
    ),
  where: z.string().describe("The file that says so, and the path in it where it is not the tier's own."),
  default: z.unknown().optional().describe("The contract's default, where there is one."),
  leftOut: z
    .array(z.string())
    .optional()
    .describe("Entries of the default that the list, which replaces it, does not have."),
  description: z.string(),
});
export type Setting = z.infer<typeof setting>;

type Values = Readonly<Record<string, unknown>>;

/** Everything that a tier of a region works with, but for what it reads of other roots and what a run decides. */
export function effective(
  { environment, region, out }: { environment: Environment; region: Region; out: string },
  contract: Contract,
): Setting[] {
  const file = readRootFile(
    rootFolder(out, stackId(environment.name, placeOf(contract.scope, region.name), contract.name)),
  );
  const call: Values = file.module[contract.name] ?? {};
  const config: Values = Object({ ...region })[contract.name] ?? {};
  const place = { environment: environment.name, region, tier: contract.name };
  const said = chosen(contract, config)
    .flatMap(fieldsOf)
    .map((field): Setting => {
      const value = config[field.name];
      const given = call[snake(field.name)];
      // The wiring adds to some settings what other regions or tiers ask for.
      if (given !== undefined && JSON.stringify(given) !== JSON.stringify(value))
        return { ...field, value: given, ...wiring };
      return { ...field, value, ...leftOut(value, field.default), ...origin(place, field.name) };
    });
  const derived = described(contract.derived, file["//"].derived[contract.name] ?? {});
  const needs = described(contract.needs, { ...call }, Object.keys(runInputs.shape));
  return [...said, ...derived, ...needs];
}

/** A list is not added to its default but replaces it, and whoever wrote one for an entry more may not know. */
function leftOut(value: unknown, standard: unknown): Pick<Setting, "leftOut"> {
  if (!Array.isArray(value) || !Array.isArray(standard)) return {};
  const missing = standard.filter((entry) => typeof entry === "string" && !value.includes(entry));
  return missing.length > 0 ? { leftOut: missing } : {};
}

const wiring = { from: "wiring", where: "regions/wiring" } as const;

/** The fields of a schema that the wiring gives, with their values. */
const described = (schema: z.ZodObject | undefined, values: Values, without: readonly string[] = []): Setting[] =>
  Object.entries(schema?.shape ?? {})
    .filter(([name]) => !without.includes(name))
    .map(([name, type]) => ({
      name,
      value: values[name] ?? values[snake(name)] ?? null,
      ...wiring,
      description: descriptionOf(type),
    }));

type Field = Pick<Setting, "name" | "description" | "default">;

const fieldsOf = ({ shape, settings, variants }: Choice): Field[] => [
  ...(variants ? [{ name: variants.by, description: variants.description, default: variants.fallback }] : []),
  ...Object.entries({ ...shape.shape, ...settings.shape }).map(([name, type]) => ({
    name,
    description: descriptionOf(type),
    ...defaultOf(type),
  })),
];

const descriptionOf = (type: unknown): string => (type instanceof z.ZodType && type.description) || "";

const defaultOf = (type: unknown): { default?: unknown } => {
  const result = type instanceof z.ZodType ? type.safeParse(undefined) : undefined;
  return result?.success && result.data !== undefined ? { default: result.data } : {};
};

function origin(
  { environment, region, tier }: { environment: string; region: Region; tier: string },
  name: string,
): Pick<Setting, "from" | "where"> {
  const { inFile, inEnvironment } = givenOf(region);
  if (name in (inEnvironment[tier] ?? {}))
    return { from: "environment", where: `${environmentsFile}, ${environment}.differences.${region.name}` };
  if (name in (inFile[tier] ?? {})) return { from: "region file", where: regionFile(region.name) };
  return { from: "default", where: `modules/${tier}/contract.ts` };
}
