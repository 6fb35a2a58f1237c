import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import type { Construct } from "constructs";
import { type Switch, told } from "../failover/switches/contract";
import type { originNames } from "./contract";
import type { Health } from "./health";
import { ttl } from "./records";

/**
 * A name for each switch that tells, over DNS, what Route 53 takes it for: nothing else shows it without the control plane.
 *
 * Where customers are led does not: away from a region that does not answer they are led without a fence, too.
 */
export function tellSwitches(
  scope: Construct,
  { zoneId, names }: { readonly zoneId: string; readonly names: ReturnType<typeof originNames> },
  { which, health: { byRegion } }: { readonly which: Switch; readonly health: Health },
): void {
  // A fence's check is healthy as long as it is not set, an opening's once it is.
  const [healthy, otherwise] = which === "fence" ? [told.off, told.on] : [told.on, told.off];
  for (const [region, { admitted: healthCheckId }] of byRegion) {
    if (healthCheckId === undefined) continue;
    const record = (type: "PRIMARY" | "SECONDARY", text: string) => ({
      zoneId,
      name: names.switched(which, region),
      type: "TXT",
      ttl,
      records: [text],
      setIdentifier: text,
      failoverRoutingPolicy: { type },
    });
    new Route53Record(scope, `${which}-${region}-first`, { ...record("PRIMARY", healthy), healthCheckId });
    new Route53Record(scope, `${which}-${region}-second`, record("SECONDARY", otherwise));
  }
}
