import type { ComponentId } from "../kinds/components";
import type { Estate } from "./estate";

/** A region, what it is for, and the component that tells so. */
export interface RegionRole {
  readonly region: string;
  readonly role: "live" | "recovery target" | "audit, states" | "states";
  readonly component: ComponentId;
}

/** Every region with what it is for, by what was synthesized for it: live ones first, then what a loss needs. */
export function regionRoles(estate: Estate): RegionRole[] {
  const regions = [...new Set(estate.resources.map(({ region }) => region))].filter((one) => one !== "global").sort();
  const has = (region: string, tier: string): boolean =>
    estate.resources.some((one) => one.region === region && one.tier === tier);
  const roles = regions.map((region): RegionRole => {
    if (has(region, "network")) return { region, role: "live", component: "vpc" };
    if (has(region, "standby")) return { region, role: "recovery target", component: "standby" };
    if (has(region, "audit")) return { region, role: "audit, states", component: "cloudtrail" };
    return { region, role: "states", component: "states" };
  });
  const order = ["live", "recovery target", "audit, states", "states"];
  return roles.toSorted((one, other) => order.indexOf(one.role) - order.indexOf(other.role));
}
