import { DescribeSubnetsCommand } from "@aws-sdk/client-ec2";
import { DeleteClusterCommand, DeleteServiceCommand, UpdateServiceCommand } from "@aws-sdk/client-ecs";
import { DeregisterTargetsCommand, DescribeTargetHealthCommand } from "@aws-sdk/client-elastic-load-balancing-v2";
import { DeleteFunctionCommand, UpdateFunctionConfigurationCommand } from "@aws-sdk/client-lambda";
import type { Aws } from "../../../dr/aws";
import { ask } from "../../../dr/check";
import { answerHealthChecks } from "../../../dr/checks/answer-health-checks";
import { listenForTheShop } from "../../../dr/checks/listen-for-the-shop";
import { serveFromEveryZone } from "../../../dr/checks/serve-from-every-zone";
import type { Served } from "../../../dr/checks/view";
import type { GatedAws } from "../../../tools/gate/gated-aws";
import { emptyLocalAws } from "../../support/local-aws";
import { healthyRegion } from "../support/healthy-region";
import { need } from "../support/need";

let local: GatedAws;
beforeAll(async () => {
  local = await emptyLocalAws();
});
afterAll(() => local.stop());

const region = async (prefix: string, compute: Served["compute"]) => {
  const made = await healthyRegion(local, prefix, { compute, database: false, edge: false, backups: false });
  return { ...made, apiTargets: need(made.apiTargets) };
};
const failed = (...problems: unknown[]) => ({ status: "failed", problems });

describe("containers", () => {
  it("fails when tasks are missing in a zone, and so their targets", async () => {
    const { view, network } = await region("few", "ecs");
    const all = ["api", "web"].map((fleet) => `few-${fleet}: ${view.zones.map((zone) => `2 in ${zone}`).join(", ")}`);
    expect(await ask(serveFromEveryZone, view)).toMatchObject({ status: "passed", seen: all.join("; ") });

    const few = { cluster: "few-api", service: "few-api" };
    const subnets = await subnetsIn(view.aws, network.appSubnets, ["eu-central-1a", "eu-central-1c"]);
    await view.aws.ecs.send(new UpdateServiceCommand({ ...few, desiredCount: 0 }));
    await view.aws.ecs.send(
      new UpdateServiceCommand({
        ...{ ...few, desiredCount: 6 },
        networkConfiguration: { awsvpcConfiguration: { subnets, securityGroups: [network.apiGroup] } },
      }),
    );
    expect(await ask(serveFromEveryZone, view)).toMatchObject(
      failed("few-api has 0 tasks in service in eu-central-1b, 2 are needed"),
    );
    expect(await ask(answerHealthChecks, view)).toMatchObject(failed("few-api has no healthy target in eu-central-1b"));
  });

  it("fails when tasks run that no load balancer knows", async () => {
    const { view, apiTargets } = await region("unknown", "ecs");
    const Targets = await targetsOf(view.aws, apiTargets);
    expect(Targets).toHaveLength(6);
    await view.aws.elb.send(new DeregisterTargetsCommand({ TargetGroupArn: apiTargets, Targets }));
    expect(await ask(serveFromEveryZone, view)).toMatchObject({ status: "passed" });
    expect(await ask(answerHealthChecks, view)).toMatchObject(failed("unknown-api has no target"));
  });

  it("fails when the service is missing, or its cluster", async () => {
    const { view } = await region("gone", "ecs");
    const missing = (fleet: string) => `there is no ECS service gone-${fleet} in eu-central-1`;
    for (const fleet of ["api", "web"]) {
      const cluster = `gone-${fleet}`;
      await view.aws.ecs.send(new DeleteServiceCommand({ cluster, service: cluster, force: true }));
    }
    await view.aws.ecs.send(new DeleteClusterCommand({ cluster: "gone-web" }));
    expect(await ask(serveFromEveryZone, view)).toMatchObject(failed(missing("api"), missing("web")));
  });
});

describe("a function", () => {
  it("fails when it leaves a zone out, or is in no network of ours", async () => {
    const { view, network } = await region("narrow", "lambda");
    const change = (SubnetIds: string[]) =>
      view.aws.lambda.send(
        new UpdateFunctionConfigurationCommand({
          FunctionName: "narrow-api",
          VpcConfig: { SubnetIds, SecurityGroupIds: [network.apiGroup] },
        }),
      );
    const without = (zone: string) => `narrow-api has 0 places in the network in service in ${zone}, 1 are needed`;
    const here = await subnetsIn(view.aws, network.appSubnets, ["eu-central-1a", "eu-central-1c"]);
    await change(here);
    expect(await ask(serveFromEveryZone, view)).toMatchObject(failed(without("eu-central-1b")));
    await change([]);
    expect(await ask(serveFromEveryZone, view)).toMatchObject(failed(...view.zones.map(without)));
  });

  it("fails when the load balancer does not call it, or it is missing", async () => {
    const { view, apiTargets } = await region("silent", "lambda");
    const Targets = await targetsOf(view.aws, apiTargets);
    expect(Targets).toHaveLength(1);
    await view.aws.elb.send(new DeregisterTargetsCommand({ TargetGroupArn: apiTargets, Targets }));
    expect(await ask(answerHealthChecks, view)).toMatchObject(failed("silent-api has no target"));
    await view.aws.lambda.send(new DeleteFunctionCommand({ FunctionName: "silent-api" }));
    expect(await ask(serveFromEveryZone, view)).toMatchObject(
      failed("there is no Lambda function silent-api in eu-central-1"),
    );
  });

  it("fails behind a load balancer that calls none, and tasks behind one that does not speak TLS to the end", async () => {
    const { view: calling } = await region("calling", "lambda");
    const { view: passing } = await region("passing", "ecs");
    const wrongly = (view: typeof calling, other: typeof passing) =>
      ask(listenForTheShop, { ...view, services: other.services });
    expect(await wrongly(passing, calling)).toMatchObject(
      failed(
        "passing-api is a load balancer of type network, not application",
        "passing-api has no HTTPS listener on 443",
        "passing-api listens unencrypted on TLS 443 and does not redirect to HTTPS",
      ),
    );
    expect(await wrongly(calling, passing)).toMatchObject(
      failed(
        "calling-api is a load balancer of type application, not network",
        "calling-api has no TLS listener on 443",
        "calling-api listens unencrypted on HTTPS 443 and does not redirect to HTTPS",
      ),
    );
  });
});

it("fails when something else serves than the region file says", async () => {
  const { view } = await region("other", "ecs");
  const services = { api: { compute: "lambda" }, web: { compute: "ec2", onDemandPerZone: 2 } } as const;
  expect(await ask(serveFromEveryZone, { ...view, services })).toMatchObject(
    failed(
      "there is no Lambda function other-api in eu-central-1",
      "there is no Auto Scaling group other-web in eu-central-1",
    ),
  );
});

async function targetsOf({ elb }: Aws, TargetGroupArn: string) {
  const { TargetHealthDescriptions = [] } = await elb.send(new DescribeTargetHealthCommand({ TargetGroupArn }));
  return TargetHealthDescriptions.map(({ Target }) => need(Target));
}

async function subnetsIn({ ec2 }: Aws, among: readonly string[], zones: readonly string[]): Promise<string[]> {
  const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand({ SubnetIds: [...among] }));
  return Subnets.filter(({ AvailabilityZone = "" }) => zones.includes(AvailabilityZone)).map(({ SubnetId }) =>
    need(SubnetId),
  );
}
