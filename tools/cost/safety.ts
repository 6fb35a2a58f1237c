import { z } from "zod";
import { startWindowMinutes } from "../../modules/backup/contract";
import type { Environment } from "../../regions/schema/environment";
import type { Usage } from "../../regions/schema/usage-schema";
import { blocksIn, numberIn, textIn, type ValuedResource } from "../../terraform/values/resource";
import type { PriceBook } from "./book";
import { estimate } from "./estimate";
import { hoursOf } from "./kinds/backup";
import { costOfQuantity, type KnownSum, plus, sumOfEstimate } from "./known-sum";
import { difference, inCents, type Range, rangeSchema } from "./range";
import type { Basis } from "./report";
import { type Quantities, quantitiesOf, scenarios } from "./use";

export const protection = z.object({
  environment: z.string(),
  lost: z.string(),
  target: z.string(),
  protection: z.string(),
  reserved: z.boolean().describe("Whether capacity for the instances of the lost region is reserved in the target."),
  rto: z.string(),
  rpo: z.string(),
  usd: rangeSchema.describe("USD a month of the whole environment."),
  partial: z.boolean().describe("Whether a price of a region is missing, so that it costs more than the sum."),
  unpriced: z.array(z.string()).describe("What costs, too, but has no price: it is not in the sum."),
  moreUsd: rangeSchema.describe("What of it is more than with copies of backups alone and nothing reserved."),
});
export type Protection = z.infer<typeof protection>;

/** What the words in the rows leave out. */
export const notMeasured =
  "Not measured: AWS says that a global database is typically less than a second behind; another live region serves customers at once, and takes orders once its database is promoted. Every row includes the copies of backups. Capacity that is not reserved may be refused when many need it.";

/** What an environment costs by how it is protected from the loss of a region; nothing of a region without a target. */
export function safetyOf(environment: Aims, resources: readonly ValuedResource[], basis: Basis): Protection[] {
  const standing = resources.filter(({ recovery }) => !recovery);
  const roots = [...new Set(resources.filter(({ recovery }) => recovery).map(({ root }) => root))];
  return roots.flatMap((root) => {
    const rebuilt = resources.filter((one) => one.root === root).map((one) => ({ ...one, recovery: false }));
    const lost = root.slice(root.indexOf("-recovery-of-") + "-recovery-of-".length);
    return rowsOf(environment, { lost, target: rebuilt[0]?.region ?? "", standing, rebuilt }, basis);
  });
}

type Aims = Pick<Environment, "name" | "objectives">;

interface Loss {
  readonly lost: string;
  readonly target: string;
  readonly standing: readonly ValuedResource[];
  readonly rebuilt: readonly ValuedResource[];
}

function rowsOf({ name, objectives }: Aims, loss: Loss, basis: Basis): Protection[] {
  const { lost, target, standing, rebuilt } = loss;
  const { usage, book } = basis;
  const copies = sumOfEstimate(estimate(standing, usage, book));
  const both = sumOfEstimate(estimate([...standing, ...rebuilt], usage, book));
  const link = linkBetween(loss, basis);
  const aim = objectives === undefined ? undefined : `aim: ${objectives.rtoMinutes} min`;
  const as = liveRegionsIn(standing) === 1 ? "one region" : "as it is";
  const minutes = minutesBetween(standing, lost);
  const lag = "seconds, not measured";
  const rows = [
    {
      protection: `${as}, ${minutes === 60 ? "hourly copies" : `copies every ${minutes / 60} hours`}`,
      rto: aim ?? "no objective",
      rpo: `${minutes} min, up to ${startWindowMinutes} until a backup begins, and the time that it and its copy take`,
      cost: copies,
    },
    ...(link
      ? [
          {
            protection: `${as}, headless copy`,
            rto: aim === undefined ? "no objective" : `${aim}, less the restore`,
            rpo: lag,
            cost: plus(copies, link, storageIn(target, basis)),
          },
        ]
      : []),
    {
      protection: as === "one region" ? "two live regions" : `another live region, ${target}`,
      rto: "minutes, not measured",
      rpo: link ? lag : "as with copies: only Aurora replicates",
      cost: link ? plus(both, link) : both,
    },
  ];
  const kept = reservation(rebuilt, target, book);
  return rows.flatMap(({ cost, ...row }) =>
    [false, true].map((reserved) => {
      const { usd, missing } = reserved ? plus(cost, kept) : cost;
      return {
        ...{ environment: name, lost, target, reserved, ...row },
        usd: inCents(usd),
        partial: missing.some((one) => one.includes("no price for")),
        unpriced: [...missing],
        moreUsd: inCents(difference(usd, copies.usd)),
      };
    }),
  );
}

/** What a global database costs beside its clusters: replicated writes, and their transfer; nothing without Aurora. */
function linkBetween({ standing, lost }: Loss, { usage, book }: Basis): KnownSum | undefined {
  if (!standing.some(({ type }) => type === "aws_rds_cluster")) return undefined;
  const writes = rangeOf(usage, (of) => of.databaseIoMillion * of.databaseWriteShare);
  const changed = rangeOf(usage, (of) => of.databaseChangedGbPerDay * (book.hoursPerMonth / 24));
  return plus(
    costOfQuantity(writes, { book, sku: "aurora.global.replwrite.perM", region: lost }),
    costOfQuantity(changed, { book, sku: "dt.interregion.gb", region: lost }),
  );
}

/** A headless copy costs its storage, and no compute. https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-attach.console.headless.html */
const storageIn = (region: string, { usage, book }: Basis): KnownSum =>
  costOfQuantity(usage.assumptions.databaseGb, { book, sku: "aurora.storage.gbmonth", region });

/** A reservation costs as much as its instances on demand, whether they run or not. */
const reservation = (rebuilt: readonly ValuedResource[], region: string, book: PriceBook): KnownSum =>
  plus(
    ...rebuilt
      .filter(({ type }) => type === "aws_autoscaling_group")
      .map(({ values }) => {
        const [policy = {}] = blocksIn(values, "mixed_instances_policy");
        const [first = {}] = blocksIn(policy, "launch_template").flatMap((one) => blocksIn(one, "override"));
        const hours = (numberIn(values, "min_size") ?? 0) * book.hoursPerMonth;
        const sku = `ec2.${textIn(first, "instance_type")}`;
        return costOfQuantity({ low: hours, expected: hours, high: hours }, { book, sku, region });
      }),
  );

/** The regions that run the shop: those that have a network. */
const liveRegionsIn = (standing: readonly ValuedResource[]): number =>
  new Set(standing.filter(({ type }) => type === "aws_vpc").map(({ region }) => region)).size || 1;

/** Minutes from a backup of a region to the next, where they are furthest apart; without end where there is none. */
export function minutesBetween(standing: readonly ValuedResource[], region: string): number {
  const rules = standing
    .filter((one) => one.type === "aws_backup_plan" && one.region === region)
    .flatMap(({ values }) => blocksIn(values, "rule"));
  const hours = rules.flatMap((rule) => hoursOf(textIn(rule, "schedule") ?? "")).sort((one, other) => one - other);
  if (hours.length === 0) return Number.POSITIVE_INFINITY;
  return 60 * Math.max(...hours.map((hour, at) => (hours[at + 1] ?? (hours[0] ?? 0) + 24) - hour));
}

/** A quantity in each scenario. */
const rangeOf = (usage: Usage, quantity: (of: Quantities["of"]) => number): Range => {
  const [low = 0, expected = 0, high = 0] = scenarios.map((scenario) => quantity(quantitiesOf(usage, scenario).of));
  return { low, expected, high };
};
