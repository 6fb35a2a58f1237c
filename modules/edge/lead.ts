import type { Construct } from "constructs";
import type { Health } from "./health";
import { byCountry, failover, nearest, type Zone } from "./records";

interface Groups {
  /** None where every live region is out of service. */
  readonly live: Health | undefined;
  /** None where there is no standby region. */
  readonly recovered: Health | undefined;
  readonly regionsByCountry: Readonly<Record<string, string>>;
}

/**
 * Leads customers, or their events, to a live region that may get them, else to an open one, else nowhere: the name that does.
 *
 * Nobody is ever led to a fenced region. In a group where none is healthy Route 53 takes all for healthy, so each group stands
 * behind a name that is left when none of it may get customers.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-how-route-53-chooses-records.html
 */
export function lead(scope: Construct, zone: Zone, groups: Groups): string {
  const { live, regionsByCountry } = groups;
  const others = leadToHealthy(scope, zone, groups);
  if (Object.keys(regionsByCountry).length === 0) return others;
  byCountry(scope, zone, { live, regionsByCountry, others });
  return zone.names.byCountry;
}

function leadToHealthy(scope: Construct, zone: Zone, { live, recovered }: Groups): string {
  const { names } = zone;
  let rest = names.closed;
  if (recovered) {
    nearest(scope, zone, { group: "recovered", health: recovered });
    const second = { role: "closed", name: rest } as const;
    failover(scope, zone, { id: "spare", first: "recovered", healthCheckId: recovered.any, second });
    rest = names.spare;
  }
  if (!live) return rest;
  nearest(scope, zone, { group: "live", health: live });
  const second = { role: recovered ? "recovered" : "closed", name: rest } as const;
  failover(scope, zone, { id: "healthy", first: "live", healthCheckId: live.any, second });
  return names.healthy;
}
