import { paginateDescribeInstances, paginateDescribeNetworkInterfaces } from "@aws-sdk/client-ec2";
import {
  DescribeTargetHealthCommand,
  paginateDescribeTargetGroups,
  type TargetGroup,
  type TargetHealthDescription,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Aws } from "../aws";
import type { Check } from "../check";
import { evidence } from "../controls";
import { findBalancers, missing } from "../lookup/load-balancers";
import { everyItem } from "../lookup/pages";
import type { RecoveredRegion } from "./view";

/** Every target behind the load balancers is healthy, and each target group has some in every zone. */
export const answerHealthChecks: Check<RecoveredRegion> = {
  id: "answer-health-checks",
  title: "Every target is healthy, and every zone has targets",
  question: "reachable",
  controls: evidence.recovery,
  async ask({ aws, namePrefix, zones }) {
    const balancers = await findBalancers(aws, namePrefix);
    const all = await everyItem(paginateDescribeTargetGroups({ client: aws.elb }, {}), (page) => page.TargetGroups);
    const problems: string[] = [];
    const groups = new Set(all.filter(({ TargetGroupName }) => TargetGroupName?.startsWith(`${namePrefix}-`)));
    for (const balancer of balancers) {
      if (!balancer.found) {
        problems.push(missing(balancer, aws));
        continue;
      }
      const arn = balancer.found.LoadBalancerArn ?? "";
      const behind = all.filter(({ LoadBalancerArns }) => LoadBalancerArns?.includes(arn));
      if (behind.length === 0) problems.push(`no target group is behind load balancer ${balancer.name}`);
      for (const group of behind) groups.add(group);
    }
    let targets = 0;
    for (const group of groups) {
      const found = await targetsOf(aws, group);
      targets += found.length;
      problems.push(...(await groupProblems(aws, { group, targets: found, zones })));
    }
    return { seen: `${targets} targets in ${groups.size} target groups, ${zones.length} zones`, problems };
  },
};

async function targetsOf({ elb }: Aws, { TargetGroupArn }: TargetGroup): Promise<TargetHealthDescription[]> {
  const { TargetHealthDescriptions } = await elb.send(new DescribeTargetHealthCommand({ TargetGroupArn }));
  return TargetHealthDescriptions ?? [];
}

interface Health {
  readonly group: TargetGroup;
  readonly targets: readonly TargetHealthDescription[];
  /** The zones that there are to be targets in. */
  readonly zones: readonly string[];
}

async function groupProblems(aws: Aws, { group, targets, zones }: Health): Promise<string[]> {
  const { TargetGroupName, TargetType } = group;
  if (targets.length === 0) return [`${TargetGroupName} has no target`];
  const healthy = targets.filter(({ TargetHealth }) => TargetHealth?.State === "healthy");
  const ids = healthy.flatMap(({ Target }) => Target?.Id ?? []);
  // A function is in no zone, and so in each.
  const covered = TargetType === "lambda" && ids.length > 0 ? new Set(zones) : await zonesOf(aws, group, ids);
  return [
    ...targets
      .filter((target) => !healthy.includes(target))
      .map(({ Target, TargetHealth: { State = "unknown", Reason = "no reason given", Description = "" } = {} }) =>
        `target ${Target?.Id} of ${TargetGroupName} is ${State}: ${Reason} ${Description}`.trim(),
      ),
    ...zones.filter((zone) => !covered.has(zone)).map((zone) => `${TargetGroupName} has no healthy target in ${zone}`),
  ];
}

/** The answer about health does not name every target's zone, so what has the target's id or address is asked for its own. */
async function zonesOf({ ec2 }: Aws, { TargetType, VpcId = "" }: TargetGroup, ids: readonly string[]) {
  if (ids.length === 0) return new Set<string>();
  if (TargetType === "ip") {
    // Another VPC may have the same addresses.
    const Filters = [
      { Name: "vpc-id", Values: [VpcId] },
      { Name: "addresses.private-ip-address", Values: [...ids] },
    ];
    const interfaces = await everyItem(
      paginateDescribeNetworkInterfaces({ client: ec2 }, { Filters }),
      (page) => page.NetworkInterfaces,
    );
    return new Set(interfaces.flatMap(({ AvailabilityZone }) => AvailabilityZone ?? []));
  }
  const reservations = await everyItem(
    paginateDescribeInstances({ client: ec2 }, { Filters: [{ Name: "instance-id", Values: [...ids] }] }),
    (page) => page.Reservations,
  );
  const instances = reservations.flatMap(({ Instances = [] }) => Instances);
  return new Set(instances.flatMap(({ Placement }) => Placement?.AvailabilityZone ?? []));
}
