import {
  type Action,
  DescribeListenersCommand,
  DescribeLoadBalancersCommand,
  DescribeRulesCommand,
  DescribeTargetHealthCommand,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { ListResourceRecordSetsCommand } from "@aws-sdk/client-route-53";
import type { Aws } from "../../dr/aws";
import { unlessAbsent } from "../../dr/inventory/answers";

/** Where those who come to a service are led at a moment, and by how many healthy targets. */
interface Seen {
  /** The target groups that somebody was led to, in their order: `web: swap-web, swap-web-ecs`. */
  readonly led: Readonly<Record<string, string[]>>;
  /** Moments at which a way led to no healthy target. */
  readonly empty: readonly string[];
  readonly looks: number;
}

interface Names {
  /** Of the zone that the VPC sees. */
  readonly privateZoneId: string;
  readonly apiName: string;
}

const groupsIn = (actions: readonly Action[] = []): string[] =>
  actions.flatMap(({ Type, TargetGroupArn }) => (Type === "forward" && TargetGroupArn ? [TargetGroupArn] : []));

/** Where those who come by the service's name are led, and those who come to the pages, each with its target group. */
async function ways({ elb, route53 }: Aws, { privateZoneId, apiName }: Names): Promise<(readonly [string, string])[]> {
  const { ResourceRecordSets = [] } = await route53.send(
    new ListResourceRecordSetsCommand({ HostedZoneId: privateZoneId }),
  );
  const alias = ResourceRecordSets.find(({ Name }) => Name === `${apiName}.`)?.AliasTarget?.DNSName;
  const { LoadBalancers = [] } = await elb.send(new DescribeLoadBalancersCommand({}));
  const found: (readonly [string, string])[] = [];
  for (const { LoadBalancerArn, DNSName, Scheme } of LoadBalancers) {
    const { Listeners = [] } = await elb.send(new DescribeListenersCommand({ LoadBalancerArn }));
    for (const { Port, ListenerArn, DefaultActions } of Listeners.filter(({ Port }) => Port === 443)) {
      const isApi = DNSName !== undefined && alias?.replace(/\.$/, "").endsWith(DNSName.toLowerCase());
      if (isApi) found.push(...groupsIn(DefaultActions).map((group) => [`api on ${Port}`, group] as const));
      if (Scheme === "internal") continue;
      const { Rules = [] } = await elb.send(new DescribeRulesCommand({ ListenerArn }));
      for (const { Priority, Actions } of Rules.filter(({ Priority }) => Number(Priority) < 100))
        found.push(...groupsIn(Actions).map((group) => [`web by rule ${Priority}`, group] as const));
    }
  }
  return found;
}

/** What has gone between two calls of one look: that look was at no moment, and the next one tells. */
const gone = ["ListenerNotFoundException", "LoadBalancerNotFoundException", "TargetGroupNotFoundException"];

/** Looks again and again, until it is stopped, at where those who come to either service are led. */
export function watchWays(aws: Aws, names: Names): { stop(): Promise<Seen> } {
  let ends = false;
  const led: Record<string, string[]> = {};
  const empty: string[] = [];
  let looks = 0;
  const look = async (): Promise<void> => {
    for (const [service, group] of await ways(aws, names)) {
      const { TargetHealthDescriptions = [] } = await aws.elb.send(
        new DescribeTargetHealthCommand({ TargetGroupArn: group }),
      );
      const name = group.split("/")[1] ?? group;
      led[service] ??= [];
      if (led[service].at(-1) !== name) led[service].push(name);
      if (!TargetHealthDescriptions.some(({ TargetHealth }) => TargetHealth?.State === "healthy"))
        empty.push(`${service} was led to ${name}: ${JSON.stringify(TargetHealthDescriptions)}`);
    }
    looks++;
  };
  const running = (async () => {
    while (!ends) await unlessAbsent(look(), ...gone);
  })();
  return {
    stop: async () => {
      ends = true;
      await running;
      return { led, empty, looks };
    },
  };
}
