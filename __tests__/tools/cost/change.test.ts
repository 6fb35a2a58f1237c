import { usageFrom } from "../../../regions/schema/usage-schema";
import { changeBetween } from "../../../tools/cost/change";
import { estimate } from "../../../tools/cost/estimate";
import { planCost } from "../../../tools/cost/plan-cost";
import { bookOf, resource } from "./support";

const book = bookOf({
  "nat.hour": 0.05,
  "nat.gb": 0,
  "dt.out.internet.gb.0-10TB": 0,
  "kms.key.month": 1,
  "kms.requests.per10k": 0,
  "cw.dashboard.month": 3,
  "ipv4.inuse.hour": 0.005,
});
const usage = usageFrom({});
const priced = (...names: string[]) =>
  estimate(
    names.map((name) => resource(name.split(".")[0] ?? "", {}, { address: `module.network.${name}` })),
    usage,
    book,
  );

it("says what a change costs in a line: the range, and the three that change it most", () => {
  const before = priced("aws_nat_gateway.a", "aws_cloudwatch_dashboard.one");
  const after = priced("aws_nat_gateway.a", "aws_nat_gateway.b", "aws_eip.b", "aws_kms_key.one", "aws_kms_key.two");
  const { line, drivers, usd } = changeBetween(before, after);
  expect(line).toBe(
    "Cost: +39 USD a month expected, +39 at the least and +39 at the most: test eu-west-1 network.aws_nat_gateway.b +37, test eu-west-1 network.aws_eip.b +4, test eu-west-1 network.aws_cloudwatch_dashboard.one −3.",
  );
  expect(drivers).toHaveLength(3);
  expect(usd.expected).toBeCloseTo(39.15); // 36.5 + 3.65 + 2 − 3
});

it("is silent below the threshold", () => {
  const change = changeBetween(priced(), priced("aws_kms_key.one"));
  expect(change).toMatchObject({ line: null, usd: { expected: 1 } });
  expect(changeBetween(priced(), priced("aws_kms_key.one"), 0.5).line).toContain("+1 USD");
});

it("is not silent where two changes make up for each other", () => {
  const change = changeBetween(priced("aws_nat_gateway.a"), priced("aws_nat_gateway.b"));
  expect(change.line).toContain("network.aws_nat_gateway.a −37");
});

const planned = (address: string, actions: string[], values: [before: object | null, after: object | null]) => ({
  address,
  change: { actions, before: values[0], after: values[1] },
});

it("prices a plan as terraform show says it: what is created, changed and destroyed", () => {
  const plan = {
    format_version: "1.2",
    resource_changes: [
      planned("module.network.aws_nat_gateway.nat_a", ["no-op"], [{}, {}]),
      planned("module.network.aws_nat_gateway.nat_b", ["create"], [null, {}]),
      planned('module.network.aws_eip.address["b"]', ["create"], [null, {}]),
      planned("module.observability.aws_cloudwatch_dashboard.one", ["delete"], [{}, null]),
      planned("module.network.data.aws_region.region", ["read"], [null, {}]),
    ],
    configuration: {
      provider_config: { aws: { name: "aws", expressions: { region: { constant_value: "eu-west-1" } } } },
      root_module: {},
    },
  };
  const { line, drivers, usd } = planCost(plan, { usage, book });
  expect(usd.expected).toBeCloseTo(36.5 + 3.65 - 3);
  expect(drivers.map(({ name }) => name.trim())).toEqual([
    "eu-west-1 network.aws_nat_gateway.nat_b",
    'eu-west-1 network.aws_eip.address["b"]',
    "eu-west-1 observability.aws_cloudwatch_dashboard.one",
  ]);
  expect(line).toContain("+37 USD a month expected");
});
