/** What AWS itself fixes about a region: its zones by letter, and the law that data in it is under. */
export interface AwsRegion {
  readonly zones: readonly string[];
  readonly jurisdiction: "eu" | "uk" | "us";
}

/** The regions that the platform may use. Zones: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html */
export const awsRegions = {
  "eu-central-1": { zones: ["a", "b", "c"], jurisdiction: "eu" },
  "eu-north-1": { zones: ["a", "b", "c"], jurisdiction: "eu" },
  "eu-west-1": { zones: ["a", "b", "c"], jurisdiction: "eu" },
  "eu-west-2": { zones: ["a", "b", "c"], jurisdiction: "uk" },
  "eu-west-3": { zones: ["a", "b", "c"], jurisdiction: "eu" },
  "us-east-1": { zones: ["a", "b", "c", "d", "e", "f"], jurisdiction: "us" },
  "us-east-2": { zones: ["a", "b", "c"], jurisdiction: "us" },
  "us-west-2": { zones: ["a", "b", "c", "d"], jurisdiction: "us" },
} as const satisfies Readonly<Record<string, AwsRegion>>;

export type RegionName = keyof typeof awsRegions;

export const regionNames = Object.keys(awsRegions) as [RegionName, ...RegionName[]];

/** Global tiers work here: CloudFront takes its certificate and its web ACL from no other region. */
export const globalRegion: RegionName = "us-east-1";

/** Whether data may not leave one region for another: they are under different law. */
export const lawsDiffer = (from: RegionName, to: RegionName): boolean =>
  awsRegions[from].jurisdiction !== awsRegions[to].jurisdiction;

/** What is to be said of them then. */
export const differentLaws = (from: RegionName, to: RegionName): string =>
  `${to} is under the law of ${awsRegions[to].jurisdiction}, ${from} under that of ${awsRegions[from].jurisdiction}`;

/** The other regions under the law of one, as a list to choose from. */
export const regionsUnderLawOf = (region: RegionName): string =>
  regionNames.filter((name) => name !== region && !lawsDiffer(region, name)).join(", ") || "none";
