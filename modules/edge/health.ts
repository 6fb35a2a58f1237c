import { Route53HealthCheck } from "@cdktf/provider-aws/lib/route53-health-check";
import type { Construct } from "constructs";
import { type Switch, switchAlarmName } from "../failover/switches/contract";

/** The health checks of a region. */
export interface RegionHealth {
  /** Whether it answers that it can serve. */
  readonly answers: string;
  /** Whether it may get customers: it answers, and its switch agrees. */
  readonly serves: string;
  /** Whether its switch lets customers in; none where it needs no switch. */
  readonly admitted?: string;
}

/** The health checks of some regions, and one that is healthy as long as any of them may get customers. */
export interface Health {
  readonly byRegion: ReadonlyMap<string, RegionHealth>;
  readonly any: string;
}

interface HealthOptions {
  readonly group: "live" | "recovered";
  readonly regions: readonly string[];
  readonly nameOf: (region: string) => string;
  readonly switchRegion: string;
  readonly readinessPath: string;
  /** Regions that need no switch. */
  readonly open?: readonly string[];
}

/**
 * Asks each region, from all over the world and by its own name, over HTTPS, whether it can serve, and reads its switch.
 *
 * Three checks, 10 seconds apart, must agree before a region is healthy or not. A name that does not exist is not.
 */
export function health(scope: Construct, options: HealthOptions): Health {
  const { group, regions, nameOf, switchRegion, readinessPath, open = [] } = options;
  const byRegion = new Map(
    regions.map((region) => {
      const answers = new Route53HealthCheck(scope, `${group}-${region}-health`, {
        type: "HTTPS",
        fqdn: nameOf(region),
        port: 443,
        resourcePath: readinessPath,
        enableSni: true,
        requestInterval: 10,
        failureThreshold: 3,
        tags: { Name: nameOf(region) },
      }).id;
      if (open.includes(region)) return [region, { answers, serves: answers }];
      const admitted = switchCheck(scope, group === "live" ? "fence" : "opening", { region, switchRegion });
      const serves = new Route53HealthCheck(scope, `${group}-${region}-serves`, {
        type: "CALCULATED",
        childHealthThreshold: 2,
        childHealthchecks: [answers, admitted],
        tags: { Name: `${region} may get customers` },
      }).id;
      return [region, { answers, serves, admitted }];
    }),
  );
  const any = new Route53HealthCheck(scope, `${group}-any-health`, {
    type: "CALCULATED",
    childHealthThreshold: 1,
    childHealthchecks: [...byRegion.values()].map(({ serves }) => serves),
    tags: { Name: `any ${group} region` },
  });
  return { byRegion, any: any.id };
}

/**
 * Healthy as long as a switch lets customers in. Once nothing is measured any more, Route 53 keeps the last status; where
 * nothing ever was, a check counts as healthy, and an inverted one as unhealthy: not fenced, and not open.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html
 */
function switchCheck(
  scope: Construct,
  which: Switch,
  { region, switchRegion }: { readonly region: string; readonly switchRegion: string },
): string {
  return new Route53HealthCheck(scope, `${which}-${region}`, {
    type: "CLOUDWATCH_METRIC",
    cloudwatchAlarmName: switchAlarmName(which, region),
    cloudwatchAlarmRegion: switchRegion,
    insufficientDataHealthStatus: "LastKnownStatus",
    invertHealthcheck: which === "opening",
    tags: { Name: `${which} of ${region}` },
  }).id;
}
