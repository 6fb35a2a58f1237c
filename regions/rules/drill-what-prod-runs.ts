import { isDeepStrictEqual } from "node:util";
import { chosen, known } from "../../modules/core/variants";
import { type EnvironmentRule, liveRegions } from "../schema/environment";
import type { Problem } from "../schema/explain";
import type { LiveRegion } from "../schema/region-schema";
import { tiersOf } from "../wiring/tiers";

/** What may differ all the same: who is told, how large an instance is, and copies that a drill could not delete. */
const besides: readonly string[] = ["subscriptions", "instanceTypes", "copiesToAccount"];

/**
 * What is drilled has the shape of prod, or a drill would prove something else than what prod runs. It may have more
 * tiers, and other settings, such as sizes.
 */
export const drillWhatProdRuns: EnvironmentRule = (environment, all) => {
  const prod = all.find(({ name }) => name === "prod");
  if (!environment.drillable || !prod) return [];
  return liveRegions(environment).flatMap((region) =>
    liveRegions(prod)
      .filter(({ name }) => name === region.name)
      .flatMap((its) => differences(region, its)),
  );
};

const differences = (region: LiveRegion, prod: LiveRegion): Problem[] =>
  Object.values(tiersOf("live"))
    .filter(({ scope }) => scope === "region")
    .flatMap((contract): Problem[] => {
      const [own, its] = [region, prod].map((one) => Object(one)[contract.name]);
      if (its === undefined) return [];
      const path = `${region.name}.${contract.name}`;
      if (own === undefined)
        return [{ path, message: `is not here, but prod has it: ${why} Say ${contract.name}: {}.` }];
      const fields = known(chosen(contract, its));
      return known(chosen(contract, own))
        .filter((field) => fields.includes(field) && !besides.includes(field))
        .filter((field) => !isDeepStrictEqual(own[field], its[field]))
        .map((field) => ({
          path: `${path}.${field}`,
          message: `${told(own[field])} here, but ${told(its[field])} in prod: ${why} Say the same in both.`,
        }));
    });

const why = "a drill here would prove something else than what prod runs.";
const told = (value: unknown): string => JSON.stringify(value) ?? "nothing";
