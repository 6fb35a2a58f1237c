import type { RegionName } from "./aws-regions";
import type { FileProblem, Problem } from "./explain";
import type { GlobalRegion, LiveRegion, Region } from "./region-schema";

/** An environment: an account with its regions, and the domain that it serves. */
export interface Environment {
  readonly name: string;
  readonly account: string;
  readonly domain: string;
  /** Where the states of the global tiers are kept. */
  readonly stateRegion: RegionName;
  /** Whether the state region is out: the states that it keeps are then read and written in their copy. */
  readonly stateRegionOut?: boolean;
  /** Whether drills may destroy a region in its account, each night. Where it is not said, they refuse the account. */
  readonly drillable?: boolean;
  readonly regions: readonly Region[];
  /** What it aims at when a region is lost: the report of a drill is measured by it. */
  readonly objectives?: Objectives;
}

/** How long a recovery may take, and how much data a loss may cost. */
export interface Objectives {
  /** Minutes from the loss of a region to one that serves again. */
  readonly rtoMinutes: number;
  /** Minutes of data that may be lost. */
  readonly rpoMinutes: number;
}

/** A rule across the regions of an environment, one of `all`: what breaks it, by file or by the path within the environment. */
export type EnvironmentRule = (environment: Environment, all: readonly Environment[]) => (Problem | FileProblem)[];

/** The environment that is drilled, and the only one that may say so. */
export const drilled = "dev";

/** The regions of a role. */
export const regionsOf = <R extends Region["role"]>(
  { regions }: Environment,
  role: R,
): Extract<Region, { role: R }>[] =>
  regions.filter((region): region is Extract<Region, { role: R }> => region.role === role);

/** The region that the states of the state region are copied to. */
export const stateCopyRegion = (environment: Environment): string | null => {
  const its = regionsOf(environment, "state").find(({ name }) => name === environment.stateRegion);
  return its?.failover.copiesStatesTo ?? null;
};

/** The regions that run the shop. */
export const liveRegions = (environment: Environment): LiveRegion[] => regionsOf(environment, "live");

/** The region of what all regions share; `defineEnvironments` has checked that there is one. */
export const globalRegionOf = (environment: Environment): GlobalRegion => {
  const [found] = regionsOf(environment, "global");
  if (!found) throw new Error(`${environment.name} has no region with the role "global".`);
  return found;
};

/** The regions that have an origin, or in which one is rebuilt. */
export const originRegions = ({ regions }: Environment): RegionName[] =>
  regions.filter(({ role }) => role === "live" || role === "standby").map(({ name }) => name);

/** The regions that have a vault for copies of backups. */
export const copyRegions = ({ regions }: Environment): RegionName[] =>
  regions.filter((region) => "copies" in region).map(({ name }) => name);

/** The regions that have a bucket of static files, in the order in which CloudFront asks them. */
export const fileRegions = ({ regions }: Environment): RegionName[] =>
  regions.filter((region) => "files" in region && region.files !== undefined).map(({ name }) => name);

/** Whether drills work in its account, by hand or by workflow: what they make there, they destroy. */
export const drillsWorkIn = (environment: Environment): boolean =>
  environment.drillable === true ||
  regionsOf(environment, "global").some(({ account }) => account.workflows.includes("drill"));
