import { usageFrom } from "../../../regions/schema/usage-schema";
import type { ValuedResource } from "../../../terraform/values/resource";
import { architectureIn } from "../../../tools/cost/architecture";
import { PriceBook } from "../../../tools/cost/book";
import { safetyOf } from "../../../tools/cost/safety";
import { always, bookOf, resource } from "./support";

const book = bookOf({
  "ec2.t4g.small": 0.02,
  "ec2.t4g.small@eu-central-1": 0.025,
  "aurora.storage.gbmonth": 0.1,
  "aurora.storage.gbmonth@eu-central-1": 0.12,
  "aurora.io.perM": 0,
  "aurora.io.perM@eu-central-1": 0,
  "aurora.backup.gbmonth": 0,
  "aurora.backup.gbmonth@eu-central-1": 0,
  "aurora.global.replwrite.perM": 0.2,
  "dt.interregion.gb": 0.02,
});
const usage = usageFrom({
  differs: {
    scaledOutShare: always(0),
    databaseGb: always(100),
    databaseIoMillion: always(100),
    databaseWriteShare: always(0.5),
    databaseChangedGbPerDay: always(12),
  },
});
const group = {
  min_size: 10,
  max_size: 10,
  mixed_instances_policy: {
    instances_distribution: { on_demand_base_capacity: 10 },
    launch_template: { override: [{ instance_type: "t4g.small" }] },
  },
};
const recovery = { root: "test-eu-central-1-recovery-of-eu-west-1", region: "eu-central-1", recovery: true };
const plan = { rule: [{ schedule: "cron(0 0/1 * * ? *)" }, { schedule: "cron(30 2 * * ? *)" }] };
const all: ValuedResource[] = [
  resource("aws_autoscaling_group", group),
  resource("aws_rds_cluster", {}),
  resource("aws_backup_plan", plan),
  resource("aws_autoscaling_group", group, recovery),
  resource("aws_rds_cluster", {}, recovery),
];
const environment = { name: "test", objectives: { rtoMinutes: 120, rpoMinutes: 180 } };
const rows = (resources = all, prices = book) =>
  safetyOf(environment, resources, { usage, book: prices, now: new Date(0) });

it("says what each protection costs, with and without reserved capacity in the target", () => {
  const one = 10 * 730 * 0.02 + 10; // instances and 100 GB
  const link = 50 * 0.2 + (12 * 730 * 0.02) / 24; // replicated writes, and their transfer
  const two = one + 10 * 730 * 0.025 + 12 + link;
  const reserved = 10 * 730 * 0.025;
  expect(rows().map((row) => [row.protection, row.reserved, row.usd.expected])).toEqual([
    ["one region, hourly copies", false, expect.closeTo(one, 1)],
    ["one region, hourly copies", true, expect.closeTo(one + reserved, 1)],
    ["one region, headless copy", false, expect.closeTo(one + link + 12, 1)],
    ["one region, headless copy", true, expect.closeTo(one + link + 12 + reserved, 1)],
    ["two live regions", false, expect.closeTo(two, 1)],
    ["two live regions", true, expect.closeTo(two + reserved, 1)],
  ]);
});

it("says RTO and RPO of each, and what of them is not measured", () => {
  const [copies, , headless] = rows();
  expect([copies?.rto, copies?.rpo]).toEqual([
    "aim: 120 min",
    "60 min, up to 60 until a backup begins, and the time that it and its copy take",
  ]);
  expect(headless?.rpo).toContain("not measured");
});

it("names how often backups are copied, as the plan says", () => {
  const seldom = resource("aws_backup_plan", {
    rule: [{ schedule: "cron(0 6,10,14,18,22 * * ? *)" }, { schedule: "cron(0 2 * * ? *)" }],
  });
  const [copies] = rows([...all.filter(({ type }) => type !== "aws_backup_plan"), seldom]);
  expect([copies?.protection, copies?.rpo]).toEqual([
    "one region, copies every 4 hours",
    "240 min, up to 60 until a backup begins, and the time that it and its copy take",
  ]);
});

it("lists what has no price in the target instead of counting it as nothing", () => {
  const without = new PriceBook({
    ...book.file,
    prices: book.file.prices.filter(({ region }) => region !== "eu-central-1"),
  });
  expect(rows(all, without)[2]?.unpriced).toContain("aurora.storage.gbmonth: no price for eu-central-1");
});

it("has no headless copy without Aurora, and nothing of a region without a target", () => {
  expect(rows(all.filter(({ type }) => type !== "aws_rds_cluster"))).toHaveLength(4);
  expect(rows(all.filter((one) => !one.recovery))).toEqual([]);
});

it("prices what the architecture assumes: 2 prepaid and 4 on Spot in each zone and tier", () => {
  const prices = new PriceBook({
    ...book.file,
    discounts: [
      {
        kind: "spot",
        sku: "ec2.t4g.small",
        region: "eu-west-1",
        percent: 50,
        confidence: "single-source",
        sources: ["test"],
      },
      {
        kind: "ri.1y.allupfront",
        sku: "ec2.t4g.small",
        region: "us-east-1",
        percent: 40,
        confidence: "single-source",
        sources: ["test"],
      },
    ],
  });
  const { usd, uncertain } = architectureIn("eu-west-1", prices);
  expect(usd).toBeCloseTo(2 * 2 * 730 * (2 * 0.012 + 4 * 0.01)); // two tiers, two zones
  expect(uncertain).toEqual(["Spot: discount of 2026-06-01", "a prepaid year: that of us-east-1"]);
  expect(architectureIn("eu-west-3", prices).usd).toBeNull();
});
