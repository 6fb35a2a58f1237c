import {
  DeleteAutoScalingGroupCommand,
  DescribeAutoScalingGroupsCommand,
  SuspendProcessesCommand,
} from "@aws-sdk/client-auto-scaling";
import { StopInstancesCommand } from "@aws-sdk/client-ec2";
import { DeleteLoadBalancerCommand, DeregisterTargetsCommand } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Aws } from "../../../dr/aws";
import { ask } from "../../../dr/check";
import { answerHealthChecks } from "../../../dr/checks/answer-health-checks";
import { serveFromEveryZone } from "../../../dr/checks/serve-from-every-zone";
import type { GatedAws } from "../../../tools/gate/gated-aws";
import { emptyLocalAws } from "../../support/local-aws";
import { healthyRegion } from "../support/healthy-region";

let local: GatedAws;
beforeAll(async () => {
  local = await emptyLocalAws();
});
afterAll(() => local.stop());

const region = (prefix: string) => healthyRegion(local, prefix, { database: false });
const failed = (...problems: unknown[]) => ({ status: "failed", problems });

it("counts what is in service and healthy in each zone, and fails when it is too little", async () => {
  const { view } = await region("run");
  const { zones } = view;
  const counts = ["api", "web"].map((fleet) => `run-${fleet}: ${zones.map((zone) => `2 in ${zone}`).join(", ")}`);
  expect(await ask(serveFromEveryZone, view)).toMatchObject({ status: "passed", seen: counts.join("; ") });
  const more = { ...view.services, web: { compute: "ec2", onDemandPerZone: 3 } } as const;
  expect(await ask(serveFromEveryZone, { ...view, services: more })).toMatchObject(
    failed(...zones.map((zone) => `run-web has 2 instances in service in ${zone}, 3 are needed`)),
  );

  const stopped = await instancesIn(view.aws, "run-api", "eu-central-1b");
  expect(stopped).toHaveLength(2);
  await view.aws.autoScaling.send(new SuspendProcessesCommand({ AutoScalingGroupName: "run-api" }));
  await view.aws.ec2.send(new StopInstancesCommand({ InstanceIds: stopped }));
  expect(await ask(serveFromEveryZone, view)).toMatchObject(
    failed("run-api has 0 instances in service in eu-central-1b, 2 are needed"),
  );
  const { status, problems } = await ask(answerHealthChecks, view);
  expect(status).toBe("failed");
  expect([...problems].sort()).toEqual(
    [
      ...stopped.map((id) => `target ${id} of run-api is unused: Target.InvalidState Target is in the stopped state`),
      "run-api has no healthy target in eu-central-1b",
    ].sort(),
  );
});

it("fails when a target group is empty, or a load balancer or an Auto Scaling group is missing", async () => {
  const { view, webTargets, web } = await region("halt");
  const instances = await Promise.all(view.zones.map((zone) => instancesIn(view.aws, "halt-web", zone)));
  const Targets = instances.flat().map((Id) => ({ Id }));
  await view.aws.elb.send(new DeregisterTargetsCommand({ TargetGroupArn: webTargets, Targets }));
  expect(await ask(answerHealthChecks, view)).toMatchObject(failed("halt-web has no target"));

  await view.aws.elb.send(new DeleteLoadBalancerCommand({ LoadBalancerArn: web?.arn }));
  expect(await ask(answerHealthChecks, view)).toMatchObject(
    failed("there is no load balancer halt-web in eu-central-1", "halt-web has no target"),
  );

  const group = { AutoScalingGroupName: "halt-web", ForceDelete: true };
  await view.aws.autoScaling.send(new DeleteAutoScalingGroupCommand(group));
  expect(await ask(serveFromEveryZone, view)).toMatchObject(
    failed("there is no Auto Scaling group halt-web in eu-central-1"),
  );
});

async function instancesIn({ autoScaling }: Aws, name: string, zone: string): Promise<string[]> {
  const { AutoScalingGroups: [group] = [] } = await autoScaling.send(
    new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: [name] }),
  );
  return (group?.Instances ?? []).flatMap(({ InstanceId, AvailabilityZone }) =>
    InstanceId !== undefined && AvailabilityZone === zone ? InstanceId : [],
  );
}
