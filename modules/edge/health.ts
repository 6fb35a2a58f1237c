import { Route53HealthCheck } from "@cdktf/provider-aws/lib/route53-health-check";
import type { Construct } from "constructs";
import { healthPath } from "../dns/contract";

/** The health checks of some regions, and one that is healthy as long as any of them is. */
export interface Health {
  readonly byRegion: ReadonlyMap<string, string>;
  readonly any: string;
}

interface HealthOptions {
  readonly group: string;
  readonly regions: readonly string[];
  readonly nameOf: (region: string) => string;
}

/**
 * Asks each region, from all over the world and by its own name, whether it answers over HTTPS.
 *
 * Three checks, 10 seconds apart, must agree before a region is healthy or not. A name that does not exist is not.
 */
export function health(scope: Construct, { group, regions, nameOf }: HealthOptions): Health {
  const byRegion = new Map(
    regions.map((region) => {
      const { id } = new Route53HealthCheck(scope, `${group}-${region}-health`, {
        type: "HTTPS",
        fqdn: nameOf(region),
        port: 443,
        resourcePath: healthPath,
        enableSni: true,
        requestInterval: 10,
        failureThreshold: 3,
        tags: { Name: nameOf(region) },
      });
      return [region, id];
    }),
  );
  const any = new Route53HealthCheck(scope, `${group}-any-health`, {
    type: "CALCULATED",
    childHealthThreshold: 1,
    childHealthchecks: [...byRegion.values()],
    tags: { Name: `any ${group} region` },
  });
  return { byRegion, any: any.id };
}
