import { drilled } from "../../../regions/schema/environment";
import { recoveryOf } from "../../../regions/wiring/location";
import type { ValuedResource } from "../../../terraform/values/resource";

/** What the recoveries of an environment make, and what drills make of it. */
export interface Coverage {
  /** Whether anything recovers a region. */
  recovers(region: string): boolean;
  /** Whether the recovery of a region makes what has an address in its live root: it calls the same modules. */
  makes(region: string, address: string): boolean;
  /** Whether drills make any resource of a type. */
  isDrilled(type: string): boolean;
  readonly isDrilledAtAll: boolean;
}

/** What of an environment's resources, and of those of the environment that is drilled, is made by recoveries. */
export function coverageOf(environment: string, resources: readonly ValuedResource[]): Coverage {
  const recoveries = new Map<string, Set<string>>();
  const types = new Set<string>();
  for (const { root, address, type, recovery, environment: of } of resources) {
    if (!recovery) continue;
    if (of === drilled) types.add(type);
    if (of !== environment) continue;
    const lost = lostIn(root);
    recoveries.set(lost, (recoveries.get(lost) ?? new Set()).add(address));
  }
  return {
    recovers: (region) => recoveries.has(region),
    makes: (region, address) => recoveries.get(region)?.has(address) ?? false,
    isDrilled: (type) => types.has(type),
    isDrilledAtAll: types.size > 0,
  };
}

/** `eu-west-1` of `prod-eu-central-1-recovery-of-eu-west-1` */
const lostIn = (root: string): string => root.slice(root.indexOf(recoveryOf("")) + recoveryOf("").length);
