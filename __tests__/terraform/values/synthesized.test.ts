import { blocksIn, lengthOf, numberIn, type ValuedResource } from "../../../terraform/values/resource";
import { valuedResources } from "../../../terraform/values/synthesized";
import { exampleSynthesized } from "../../support/example";

let all: ValuedResource[];
beforeAll(() => {
  all = valuedResources(exampleSynthesized(), ["prod"]);
});
const at = (root: string, address: string): ValuedResource => {
  const found = all.find((one) => one.root === root && one.address === `module.${address}`);
  if (!found) throw new Error(`There is no ${address} in ${root}.`);
  return found;
};

it("knows how many instances a group has, by arguments of its call and zones of another root", () => {
  const { values, region, tier, environment, recovery } = at(
    "prod-eu-west-1-web",
    "web.aws_autoscaling_group.fleet_group",
  );
  expect([numberIn(values, "min_size"), numberIn(values, "max_size")]).toEqual([6, 18]);
  expect({ region, tier, environment, recovery }).toEqual({
    region: "eu-west-1",
    tier: "web",
    environment: "prod",
    recovery: false,
  });
});

it("knows the same of a recovery, whose modules read each other", () => {
  const group = at("prod-eu-central-1-recovery-of-eu-west-1", "web.aws_autoscaling_group.fleet_group");
  expect([numberIn(group.values, "max_size"), group.region, group.recovery]).toEqual([18, "eu-central-1", true]);
});

it("knows capacity, zones and schedules", () => {
  const [scaling = {}] = blocksIn(
    at("prod-eu-west-1-database", "database.aws_rds_cluster.orders").values,
    "serverlessv2_scaling_configuration",
  );
  expect(scaling).toMatchObject({ min_capacity: 1, max_capacity: 32 });
  expect(lengthOf(at("prod-eu-west-1-web", "web.aws_lb.load_balancer").values, "subnets")).toBe(3);
  const [rule = {}] = blocksIn(at("prod-eu-west-1-backup", "backup.aws_backup_plan.plan").values, "rule");
  expect(rule).toMatchObject({ schedule: expect.stringMatching(/^cron\(0 0,1,3,.*,23 \* \* \? \*\)$/) });
});

it("counts what is made for each of a list that other roots give", () => {
  expect(at("prod-eu-west-1-observability", "observability.aws_cloudwatch_log_subscription_filter.archive").count).toBe(
    5,
  );
});

it("reads one environment only, where one is wanted", () => {
  expect([...new Set(all.map(({ environment }) => environment))]).toEqual(["prod"]);
});
