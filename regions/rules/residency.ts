import type { Contract, Store } from "../../modules/core/contract";
import { type AwsRegion, awsRegions, type RegionName, regionNames } from "../schema/aws-regions";
import type { Problem } from "../schema/explain";
import type { Region } from "../schema/region-schema";
import { tiersOf } from "../wiring/tiers";

/** A place where data is kept, and the law that it is under there. */
export interface Kept {
  readonly region: RegionName;
  readonly tier: string;
  readonly store: Store;
  readonly jurisdiction: AwsRegion["jurisdiction"];
  readonly personalData: boolean;
  /** Other regions that copies of it go to. */
  readonly copiedTo: readonly RegionName[];
}

/** Every store of a region, as its contracts declare it and its file decides. */
export const storesOf = (region: Region): Kept[] =>
  Object.values(tiersOf(region.role)).flatMap((contract) => {
    const config = configOf(region, contract);
    return (config ? (contract.stores ?? []) : []).map((store) => ({
      region: region.name,
      tier: contract.name,
      store,
      jurisdiction: awsRegions[region.name].jurisdiction,
      personalData:
        typeof store.personalData === "boolean" ? store.personalData : config?.[store.personalData.field] === true,
      copiedTo: store.copiedTo === undefined ? [] : regionsIn(config?.[store.copiedTo]),
    }));
  });

/** Copies of personal data that would leave the jurisdiction of the region that they are from. */
export const residencyProblems = ({
  name,
  regions,
}: {
  readonly name: string;
  readonly regions: readonly Region[];
}): Problem[] =>
  regions.flatMap(storesOf).flatMap(({ region, tier, store, jurisdiction, personalData, copiedTo }) =>
    copiedTo
      .filter((to) => personalData && awsRegions[to].jurisdiction !== jurisdiction)
      .map((to) => ({
        path: `${name}.${region}.${tier}.${store.copiedTo}`,
        message: `${to} is under the law of ${awsRegions[to].jurisdiction}, ${region} under that of ${jurisdiction}: personal data (${store.holds}) must not leave it. Choose ${list(regionsUnder(jurisdiction, region))}${wayOut(store)}.`,
      })),
  );

/** Customers' addresses, in the logs of the edge, are kept in the region of the states. */
export const edgeLogProblems = ({
  name,
  regions,
  stateRegion,
}: {
  readonly name: string;
  readonly regions: readonly Region[];
  readonly stateRegion: RegionName;
}): Problem[] =>
  regions
    .filter(
      (region) =>
        region.role === "live" && awsRegions[region.name].jurisdiction !== awsRegions[stateRegion].jurisdiction,
    )
    .map((region) => ({
      path: `${name}.stateRegion`,
      message: `${stateRegion} is under the law of ${awsRegions[stateRegion].jurisdiction}, ${region.name} under that of ${awsRegions[region.name].jurisdiction}: the logs of the edge, kept there, hold addresses of customers, which must not leave it. Choose one of ${list(regionsUnder(awsRegions[region.name].jurisdiction, region.name))}.`,
    }));

const configOf = (region: Region, { name }: Contract): Readonly<Record<string, unknown>> | undefined =>
  Object(region)[name];

const regionsIn = (value: unknown): RegionName[] => {
  const named = Array.isArray(value) ? value : [value];
  return regionNames.filter((name) => named.includes(name));
};

const regionsUnder = (jurisdiction: string, but: string): RegionName[] =>
  regionNames.filter((name) => name !== but && awsRegions[name].jurisdiction === jurisdiction);

const list = (names: readonly string[]): string => (names.length === 0 ? "none" : names.join(", "));

const wayOut = ({ personalData }: Store): string =>
  typeof personalData === "object" ? `, or keep no personal data there and say ${personalData.field}: false` : "";
