import type { Contract } from "../../modules/core/contract";
import type { Region } from "../../regions/schema/region-schema";

/** What a region file says about a tier, with every default written out; undefined where it has nothing to say. */
export function configExample({ name }: Contract, region: Region): string | undefined {
  const config = Object.entries(region).find(([tier]) => tier === name)?.[1];
  const fields = typeof config === "object" && config !== null ? Object.entries(config) : [];
  if (fields.length === 0) return undefined;
  return [`${name}: {`, ...fields.map(([field, value]) => `  ${field}: ${literal(value)},`), "},"].join("\n");
}

const literal = (value: unknown): string =>
  Array.isArray(value) ? `[${value.map((item) => JSON.stringify(item)).join(", ")}]` : JSON.stringify(value);
