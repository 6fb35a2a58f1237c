import type { Store } from "../../modules/core/contract";
import { type RegionName, regionNames } from "../schema/aws-regions";
import type { Region } from "../schema/region-schema";
import { tiersOf } from "./tiers";

/** A store of a tier in a region, as the region's file decides. */
export interface RegionStore {
  readonly region: RegionName;
  readonly tier: string;
  readonly store: Store;
  readonly personalData: boolean;
  /** Other regions that copies of it go to. */
  readonly copiedTo: readonly RegionName[];
}

/** Every store of a region, as its contracts declare it and its file decides. */
export const storesOf = (region: Region): RegionStore[] =>
  Object.values(tiersOf(region.role)).flatMap(({ name: tier, stores = [] }) => {
    const config: Readonly<Record<string, unknown>> | undefined = Object(region)[tier];
    if (config === undefined) return [];
    return stores.map((store) => {
      const { personalData, copiedTo } = store;
      return {
        region: region.name,
        tier,
        store,
        personalData: typeof personalData === "boolean" ? personalData : config[personalData.field] === true,
        copiedTo: copiedTo === undefined ? [] : regionsIn(config[copiedTo]),
      };
    });
  });

const regionsIn = (value: unknown): RegionName[] => {
  const named = Array.isArray(value) ? value : [value];
  return regionNames.filter((name) => named.includes(name));
};
