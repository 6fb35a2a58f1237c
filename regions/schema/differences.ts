import type { Choice } from "../../modules/core/contract";
import { everyChoice, names } from "../../modules/core/variants";
import { contractOf } from "../wiring/tiers";
import { givenOf, withGiven } from "./given";
import { checkRegion, type Region } from "./region-schema";

type Said = Readonly<Record<string, unknown>>;

/** A region as its file and an environment's differences, declared in `file`, say together; checked again. */
export const differing = (file: string, region: Region, tiers: Readonly<Record<string, object>>): Region => {
  const given: Said = { ...region };
  const kept = (tier: string, said: object) => without(said, gone(tier, Object(tiers[tier]), Object(given[tier])));
  const merged = Object.entries(tiers).map(([tier, settings]) => [
    tier,
    { ...kept(tier, Object(given[tier])), ...settings },
  ]);
  const inFile = Object.entries(givenOf(region).inFile).map(([tier, its]) => [tier, kept(tier, its)]);
  const there = checkRegion(file, { ...region, ...Object.fromEntries(merged) });
  return withGiven(there, { inFile: Object.fromEntries(inFile), inEnvironment: tiers });
};

/** What of a tier's own settings goes: another variant takes the settings of the first one with it. */
const gone = (tier: string, settings: object, own: Said): string[] => {
  const contract = contractOf(tier);
  return contract ? dropped(contract, { ...settings }, own) : [];
};

const without = (said: object, gone: readonly string[]): object =>
  Object.fromEntries(Object.entries(said).filter(([name]) => !gone.includes(name)));

/** The fields of the alternative that is not chosen any more. */
const dropped = ({ variants }: Choice, settings: Said, own: Said): string[] => {
  const before = variants?.of[String(own[variants.by])];
  if (!variants || !before) return [];
  const { by } = variants;
  return by in settings && settings[by] !== own[by] ? names(everyChoice(before)) : dropped(before, settings, own);
};
