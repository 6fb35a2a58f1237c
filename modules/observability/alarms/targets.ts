import { Fn } from "cdktf";
import type { Metric } from "../../blocks/alerts/metric";
import { type LateNumber, number } from "../../core/late";
import type { ZoneLetter } from "../../core/zones";
import type { Alarm } from "../alarm";

interface TargetPromises {
  readonly tier: "web" | "api";
  readonly namespace: "AWS/ApplicationELB" | "AWS/NetworkELB";
  readonly loadBalancer: string;
  readonly targetGroup: string;
  readonly zones: readonly ZoneLetter[];
  /** Availability Zones in the order of `zones`. */
  readonly zoneNames: string[];
  readonly maxZoneDifference: LateNumber;
}

/** What a tier's target group promises: healthy targets, in every zone, about as many in each. */
export function targetAlarms({ tier, zones, maxZoneDifference, ...given }: TargetPromises): Alarm[] {
  const letters = zones.map((letter) => `healthy_${letter}`);
  const byZone = Object.fromEntries(zones.map((letter, index) => [`healthy_${letter}`, healthyIn(given, index)]));
  const fewest = `MIN([${letters.map((name) => `FILL(${name}, 0)`).join(", ")}])`;
  const most = `MAX([${letters.map((name) => `FILL(${name}, 0)`).join(", ")}])`;
  return [
    {
      id: `${tier}-unhealthy`,
      description: `A target of the ${tier} tier fails its health checks and is not replaced. Look at its logs.`,
      metrics: { unhealthy: targetMetric(given, "UnHealthyHostCount") },
      atLeast: 1,
      evaluationPeriods: 5,
    },
    {
      id: `${tier}-zone-empty`,
      description: `A zone has no healthy target of the ${tier} tier: losing another zone would affect customers.`,
      metrics: byZone,
      expression: fewest,
      below: 1,
      evaluationPeriods: 5,
      treatMissingData: "breaching",
      customersSuffer: true,
    },
    {
      id: `${tier}-zones-uneven`,
      description: `The ${tier} tier has unequal numbers of healthy targets in its zones: one zone has no capacity left.`,
      metrics: byZone,
      expression: `${most} - ${fewest}`,
      above: number(maxZoneDifference),
      evaluationPeriods: 15,
    },
  ];
}

type Group = Pick<TargetPromises, "namespace" | "loadBalancer" | "targetGroup" | "zoneNames">;

const targetMetric = ({ namespace, loadBalancer, targetGroup }: Group, name: string): Metric => ({
  namespace,
  name,
  dimensions: { LoadBalancer: loadBalancer, TargetGroup: targetGroup },
  stat: "Maximum",
});

const healthyIn = (group: Group, index: number): Metric => {
  const { dimensions, ...metric } = targetMetric(group, "HealthyHostCount");
  const AvailabilityZone = Fn.element(group.zoneNames, index);
  return { ...metric, dimensions: { ...dimensions, AvailabilityZone }, stat: "Minimum" };
};
