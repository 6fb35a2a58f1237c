import type { Choice } from "../../modules/core/contract";
import { contracts } from "../../regions/wiring/tiers";
import { alternatives } from "./table";

/** What a file of a region can choose instead of what a choice takes by itself, `tier.field: value`. */
const choices = (tier: string, { variants }: Choice): string[] =>
  Object.entries(variants?.of ?? {}).flatMap(([value, choice]) => [
    ...(value === variants?.fallback ? [] : [`${tier}.${variants?.by}: ${value}`]),
    ...choices(tier, choice),
  ]);

const chosen = alternatives.flatMap(({ says, beside = [] }) =>
  [...Object.values(says), ...beside].flatMap((tiers: object) =>
    Object.entries(tiers).flatMap(([tier, fields]) =>
      Object.entries(fields ?? {}).map(([field, value]) => `${tier}.${field}: ${value}`),
    ),
  ),
);

it("has a row for every variant that a region file can choose", () => {
  const all = contracts.flatMap((contract) => choices(contract.name, contract));
  expect(all.length).toBeGreaterThan(10);
  expect(all.filter((choice) => !chosen.includes(choice))).toEqual([]);
});
