/** An assumption on how much is used in a month: low, expected and high, and where it comes from. */
export interface Assumption {
  readonly low: number;
  readonly expected: number;
  readonly high: number;
  readonly unit: string;
  readonly about: string;
  readonly source: string;
}

type Range = readonly [low: number, expected: number, high: number];

const assumed = (range: Range, unit: string, [about, source]: readonly [about: string, source: string]): Assumption => {
  const [low, expected, high] = range;
  return { low, expected, high, unit, about, source };
};

const guess = "no measurement yet: a shop of middle size";
const policy = "the settings of the tier: minimum, and maximum";

/** What an environment uses by default. Quantities are of the whole environment and a month, unless they say otherwise. */
export const usageDefaults = {
  requestsMillion: assumed([5, 30, 150], "million requests", [
    "Requests of customers to CloudFront, at its prices in Europe.",
    guess,
  ]),
  responseKb: assumed([20, 50, 100], "KB", ["Average answer of CloudFront to a customer.", guess]),
  originShare: assumed([0.2, 0.4, 0.8], "share", [
    "Requests that CloudFront passes on, because it has no copy.",
    guess,
  ]),
  scaledOutShare: assumed([0, 0.25, 1], "share", [
    "Instances or tasks that run on average, between minimum and maximum.",
    policy,
  ]),
  spotDiscountKept: assumed([1, 1, 0.5], "share", [
    "How much of Spot's discount stays, on average.",
    "AWS's Spot Advisor of June 2025 is kept; half of it as the worst",
  ]),
  databaseLoadShare: assumed([0, 0.05, 1], "share", [
    "Aurora capacity units in use on average, between minimum and maximum.",
    policy,
  ]),
  databaseGb: assumed([20, 100, 500], "GB", ["Size of the database.", guess]),
  databaseChangedGbPerDay: assumed([0.5, 5, 25], "GB a day", ["Data of the database that changes in a day.", guess]),
  databaseIoMillion: assumed([20, 200, 2_000], "million requests", [
    "Reads and writes of the database's storage.",
    guess,
  ]),
  databaseWriteShare: assumed([0.1, 0.3, 0.5], "share", [
    "Writes among them, which a global database replicates.",
    guess,
  ]),
  natGb: assumed([20, 200, 1_000], "GB", ["Traffic through NAT gateways.", guess]),
  crossZoneGb: assumed([100, 500, 5_000], "GB", ["Traffic between zones; each side pays.", guess]),
  endpointGb: assumed([10, 100, 500], "GB", ["Traffic through interface endpoints.", guess]),
  loadBalancerUnits: assumed([0.5, 2, 10], "capacity units", [
    "Average capacity units (LCU) of all application load balancers.",
    guess,
  ]),
  networkBalancerUnits: assumed([0.5, 2, 10], "capacity units", [
    "Average capacity units (NLCU) of all network load balancers.",
    guess,
  ]),
  logGb: assumed([5, 30, 200], "GB", ["Logs of services, the database and the functions.", guess]),
  flowLogGb: assumed([5, 50, 250], "GB", ["VPC flow logs, and DNS logs that GuardDuty reads.", guess]),
  logCompression: assumed([0.15, 0.15, 1], "share", [
    "What is left of a stored log after compression.",
    "AWS's pricing calculator takes 0.15",
  ]),
  dnsQueriesMillion: assumed([2, 10, 50], "million queries", ["Queries to the public zone.", guess]),
  dnsChargedShare: assumed([0.05, 0.2, 0.5], "share", [
    "Queries among them that are charged: those of customers ask for aliases of CloudFront.",
    "Route 53: queries for aliases of AWS's resources are free",
  ]),
  bucketGb: assumed([5, 50, 500], "GB", ["Objects in all buckets: logs of requests, archives, states.", guess]),
  bucketWritesThousand: assumed([10, 100, 1_000], "thousand requests", ["Writes to all buckets.", guess]),
  imagesGb: assumed([1, 5, 20], "GB", ["Container images and machine images in each region that keeps them.", guess]),
  keyVersions: assumed([1, 1, 3], "versions", [
    "Versions of each key that rotates; the first two rotations are charged.",
    "AWS KMS: a key version costs like a key",
  ]),
  kmsRequestsMillion: assumed([0.1, 0.5, 5], "million requests", ["Requests to keys.", guess]),
  secretReadsMillion: assumed([0.01, 0.05, 0.5], "million requests", ["Reads of secrets.", guess]),
  lockRequestsMillion: assumed([0.001, 0.01, 0.1], "million requests", [
    "Reads and writes of the tables that lock Terraform states.",
    guess,
  ]),
  configItems: assumed([300, 1_000, 5_000], "items", [
    "What AWS Config records: changes, or with daily recording resources that differ from the day before.",
    guess,
  ]),
  configEvaluations: assumed([500, 3_000, 20_000], "evaluations", ["Evaluations of Config rules.", guess]),
  guardDutyEventsMillion: assumed([0.3, 1, 5], "million events", ["Management events that GuardDuty reads.", guess]),
  alertMails: assumed([10, 100, 1_000], "e-mails", ["E-mails of alert topics.", guess]),
  customersBeyondFree: assumed([0, 0, 20_000], "customers", [
    "Customers who sign in, beyond the first 10,000, which are free.",
    guess,
  ]),
  eventsMillion: assumed([0.1, 1, 10], "million events", ["Events that are taken in.", guess]),
  functionMs: assumed([50, 100, 500], "ms", ["Average time that a function takes.", guess]),
} as const satisfies Readonly<Record<string, Assumption>>;

export type UsageName = keyof typeof usageDefaults;
export const usageNames = Object.keys(usageDefaults) as UsageName[];
