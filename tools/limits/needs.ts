import type { LiveRegion } from "../../regions/schema/region-schema";
import type { QuotaName } from "./quotas";
import { isStandard } from "./standard";

/** How much of each quota a region takes. */
export type Needs = Readonly<Record<QuotaName, number>>;

/** The concurrency that Lambda keeps for functions that reserve none. */
const unreserved = 100;

type Service = LiveRegion["api"] | LiveRegion["web"];

/** The instance types that a region's services may run on, those that standard quotas count. */
export const typesOf = ({ api, web }: LiveRegion): string[] => [
  ...new Set([api, web].flatMap((one) => (one.compute === "ec2" ? one.instanceTypes.filter(isStandard) : []))),
];

/**
 * What a region that runs the shop takes: its on-demand capacity when it is made, and Spot when it has grown as far as it may.
 * EC2 prefers the first type for what is on demand; Spot may be of any.
 */
export function needsOf(region: LiveRegion, vcpus: ReadonlyMap<string, number>): Needs {
  const { network, api, web, events } = region;
  const services = [api, web];
  const total = (count: (service: Service) => number): number =>
    services.reduce((sum, service) => sum + count(service), 0);
  const zones = network.zones.length;
  const above = ({ onDemandPerZone, maxPerZone }: { onDemandPerZone: number; maxPerZone: number }) =>
    (maxPerZone - onDemandPerZone) * zones;
  const known = (types: readonly string[]) => types.filter(isStandard).flatMap((type) => vcpus.get(type) ?? []);
  const reserved = total((one) => (one.compute === "lambda" ? (one.reservedConcurrency ?? 0) : 0));
  return {
    vpcs: 1,
    addresses: network.natGateways === "zone" ? zones : 1,
    instances: total((one) =>
      one.compute === "ec2" ? one.onDemandPerZone * zones * (known(one.instanceTypes)[0] ?? 0) : 0,
    ),
    spotInstances: total((one) => (one.compute === "ec2" ? above(one) * Math.max(0, ...known(one.instanceTypes)) : 0)),
    tasks: total((one) => (one.compute === "ecs" ? one.onDemandPerZone * zones * vcpusOf(one.taskSize) : 0)),
    spotTasks: total((one) => (one.compute === "ecs" ? above(one) * vcpusOf(one.taskSize) : 0)),
    functions: reserved > 0 ? reserved + unreserved : (events?.maxConcurrency ?? 1),
  };
}

/** Of "512/1024", the units of CPU, of which 1024 are one vCPU. */
const vcpusOf = (taskSize: string): number => Number(taskSize.split("/")[0]) / 1024;
