import { usageFrom } from "../../../regions/schema/usage-schema";
import { PriceBook } from "../../../tools/cost/book";
import { chart } from "../../../tools/cost/chart";
import { csv } from "../../../tools/cost/csv";
import { largest } from "../../../tools/cost/largest";
import { costOf } from "../../../tools/cost/report";
import { costText } from "../../../tools/cost/text";
import { bookOf, resource } from "./support";

const book = bookOf({ "nat.hour": 0.048, "nat.gb": 0.048, "dt.out.internet.gb.0-10TB": 0.09, "kms.key.month": 1 });
const memory = new PriceBook({
  ...book.file,
  prices: book.file.prices.map((one) => (one.sku === "kms.key.month" ? { ...one, confidence: "from-memory" } : one)),
});
const resources = [
  resource("aws_nat_gateway", {}, { tier: "network" }),
  resource("aws_kms_key", {}, { tier: "security", region: "eu-west-1" }),
  resource("aws_lb", { load_balancer_type: "application" }, { tier: "web, front" }),
];
const now = new Date("2026-12-01");
const of = (budgetUsd?: number, at = now) =>
  costOf("test", resources, { usage: usageFrom(budgetUsd === undefined ? {} : { budgetUsd }), book: memory, now: at });

it("sums by tier and by region, the dearest first", () => {
  const { byTier, byRegion, usd } = of();
  expect(byTier.map(({ name }) => name)).toEqual(["network", "security"]);
  expect(byRegion).toHaveLength(1);
  expect(byRegion[0]?.usd).toEqual(usd);
});

it("finds what is over its budget, and nothing else", () => {
  expect([of(1).overBudget, of(1_000).overBudget, of().overBudget]).toEqual([true, false, false]);
  expect(costText([of(1)], {})).toContain("budget 1, EXCEEDED");
});

it("names first the assumption that moves the sum most, by itself", () => {
  const { assumptions, usd } = of();
  expect(assumptions[0]).toMatchObject({ name: "natGb", usdAtLow: 37.9, usdAtHigh: 129.04 }); // 36.04 + gb × 0.093
  expect(assumptions[0]?.usdAtLow).toBeLessThan(usd.expected);
  expect(costText([of()], {})).toMatch(/What moves the sum most:\n {2}natGb 20 to 1000: 38 to 129 USD\./);
});

it("names first what costs most, alike things together", () => {
  const shield = resource("aws_shield_subscription", {}, { tier: "edge" });
  const two = [...resources, resource("aws_nat_gateway", {}, { tier: "network", address: "other" }), shield];
  const prices = bookOf({ "nat.hour": 0.048, "kms.key.month": 1, "shield.advanced.month": 3_000 });
  const cost = costOf("test", two, { usage: usageFrom({}), book: prices, now });
  expect(largest(cost)).toEqual(["network: hours, 70 USD", "security: versions of the key, 1 USD"]);
  expect(costText([cost], {})).toContain("What costs most:\n  network: hours, 70 USD\n");
});

it("says what low and high mean", () => {
  expect(costText([of()], {})).toMatch(/Low: every assumption is low at once.*Neither is likely\./);
});

it("marks what rests on memory, and says how much that is", () => {
  const { lines, uncertainUsd } = of();
  expect(lines.filter(({ uncertain }) => uncertain.includes("price from memory")).map(({ what }) => what)).toEqual([
    "versions of the key",
  ]);
  // The share of traffic that goes out is taken, too: half of 200 GB.
  expect(uncertainUsd).toBeCloseTo(1 + 100 * 0.09, 2);
});

it("says what costs nothing by itself, and why", () => {
  const free = [resource("aws_subnet", {}, { count: 3 }), resource("aws_launch_template", {})];
  const { notCharged } = costOf("test", free, { usage: usageFrom({}), book, now });
  expect(notCharged).toEqual([
    { type: "aws_launch_template", count: 1, why: "in the price of: the group that starts it" },
    { type: "aws_subnet", count: 3, why: "a subnet is free" },
  ]);
});

it("says how old each price is, and warns of old ones, but never refuses", () => {
  const young = of(undefined, new Date("2026-07-01"));
  expect(young.figures.map(({ ageDays, old }) => [ageDays, old])).toEqual(young.figures.map(() => [30, false]));
  expect(costText([young], {})).not.toContain("Warning");
  const late = of(undefined, new Date("2027-07-01"));
  expect(late.figures.every(({ old }) => old)).toBe(true);
  expect(costText([late], {})).toContain("prices are older than a year, or undated; the oldest is of 2026-06-01.");
  expect(late.usd).toEqual(young.usd);
});

it("says what has no price in each form", () => {
  expect(costText([of()], {})).toContain("hours (alb.hour): no price for eu-west-1 (eu-west-1)");
  expect(csv([of()])).toContain(
    'test,eu-west-1,"web, front",module.tier.aws_lb.one,hours (alb.hour),,,,,,no price for eu-west-1',
  );
});

it("writes CSV of one width, a line for each cost", () => {
  const rows = csv([of()])
    .split("\n")
    .map((row) => row.match(/("[^"]*"|[^,]*)(,|$)/g)?.length);
  expect(rows.length).toBe(1 + of().lines.length + of().unpriced.length);
  expect(csv([of()])).toContain(
    "test,eu-west-1,network,module.tier.aws_nat_gateway.one,hours,hour,unit,35.04,35.04,35.04,\n",
  );
});

it("draws a bar for each tier, with its sum", () => {
  const svg = chart([of()]);
  expect(svg.match(/class="bar"/g)).toHaveLength(2);
  expect(svg).toContain(">network</text>");
  expect(svg).toMatch(/>54 \(37 to 128\)<\/text>/);
});
