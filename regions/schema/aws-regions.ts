/** What AWS itself fixes about a region: its zones by letter, and the law that data in it is under. */
export interface AwsRegion {
  readonly zones: readonly string[];
  readonly jurisdiction: "eu" | "uk" | "us";
  /** Whether an account must enable it first; `./shop bootstrap` asks AWS. https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html */
  readonly optIn?: true;
}

/** The regions that the platform may use. Zones: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html */
export const awsRegions = {
  "eu-central-1": { zones: ["a", "b", "c"], jurisdiction: "eu" },
  "eu-north-1": { zones: ["a", "b", "c"], jurisdiction: "eu" },
  "eu-south-1": { zones: ["a", "b", "c"], jurisdiction: "eu", optIn: true },
  "eu-south-2": { zones: ["a", "b", "c"], jurisdiction: "eu", optIn: true },
  "eu-west-1": { zones: ["a", "b", "c"], jurisdiction: "eu" },
  "eu-west-2": { zones: ["a", "b", "c"], jurisdiction: "uk" },
  "eu-west-3": { zones: ["a", "b", "c"], jurisdiction: "eu" },
  "us-east-1": { zones: ["a", "b", "c", "d", "e", "f"], jurisdiction: "us" },
  "us-east-2": { zones: ["a", "b", "c"], jurisdiction: "us" },
  // An account has two of these three.
  "us-west-1": { zones: ["a", "b", "c"], jurisdiction: "us" },
  "us-west-2": { zones: ["a", "b", "c", "d"], jurisdiction: "us" },
} as const satisfies Readonly<Record<string, AwsRegion>>;

export type RegionName = keyof typeof awsRegions;

export const regionNames = Object.keys(awsRegions) as [RegionName, ...RegionName[]];

/** Those of some regions that an account must enable before anything can be made there. */
export const optInRegions = (names: readonly RegionName[]): RegionName[] =>
  names.filter((name) => "optIn" in awsRegions[name]);

/** Global tiers work here: CloudFront takes its certificate and its web ACL from no other region. */
export const globalRegion: RegionName = "us-east-1";

/** Whether data may not leave one region for another: they are under different law. */
export const lawsDiffer = (from: RegionName, to: RegionName): boolean =>
  awsRegions[from].jurisdiction !== awsRegions[to].jurisdiction;

/** What is to be said of them then, before what must not leave. */
export const differentLaws = (from: RegionName, to: RegionName): string =>
  `${to} is in ${jurisdictionOf(to)} and ${from} in ${jurisdictionOf(from)}`;

/** The law of a region, as one says "in it". */
export const jurisdictionOf = (region: RegionName): string => jurisdictions[awsRegions[region].jurisdiction];

const jurisdictions = { eu: "the EU", uk: "UK jurisdiction", us: "US jurisdiction" } as const;
