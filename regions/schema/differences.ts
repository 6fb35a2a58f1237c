import type { Choice } from "../../modules/core/contract";
import { everyChoice, names } from "../../modules/core/variants";
import { contractOf } from "../wiring/tiers";
import { checkRegion, type Region } from "./region-schema";

type Said = Readonly<Record<string, unknown>>;

/** A region as its file and an environment's differences, declared in `file`, say together; checked again. */
export const differing = (file: string, region: Region, tiers: Readonly<Record<string, object>>): Region => {
  const given: Said = { ...region };
  const merged = Object.entries(tiers).map(([tier, settings]) => [
    tier,
    { ...keptBeside(settings, tier, Object(given[tier])), ...settings },
  ]);
  return checkRegion(file, { ...region, ...Object.fromEntries(merged) });
};

/** What of a tier's own settings stays: another variant takes the settings of the first one with it. */
const keptBeside = (settings: object, tier: string, own: Said): object => {
  const contract = contractOf(tier);
  const gone = contract ? dropped(contract, { ...settings }, own) : [];
  return Object.fromEntries(Object.entries(own).filter(([name]) => !gone.includes(name)));
};

/** The fields of the alternative that is not chosen any more. */
const dropped = ({ variants }: Choice, settings: Said, own: Said): string[] => {
  const before = variants?.of[String(own[variants.by])];
  if (!variants || !before) return [];
  const { by } = variants;
  return by in settings && settings[by] !== own[by] ? names(everyChoice(before)) : dropped(before, settings, own);
};
