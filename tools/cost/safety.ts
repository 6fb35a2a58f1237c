import { z } from "zod";
import type { Environment } from "../../regions/schema/environment";
import { blocksIn, numberIn, textIn, type ValuedResource } from "../../terraform/values/resource";
import type { PriceBook } from "./book";
import { type Estimate, estimate, total } from "./estimate";
import { hoursBetween } from "./kinds/backup";
import { difference, inCents, type Range, rangeSchema, sum } from "./range";
import type { Basis } from "./report";
import { quantitiesOf, scenarios } from "./use";

export const protection = z.object({
  environment: z.string(),
  lost: z.string(),
  target: z.string(),
  protection: z.string(),
  reserved: z.boolean().describe("Whether capacity for the instances of the lost region is reserved in the target."),
  rto: z.string(),
  rpo: z.string(),
  usd: rangeSchema.describe("USD a month of the whole environment."),
  unpriced: z.array(z.string()).describe("What costs, too, but has no price: it is not in the sum."),
  moreUsd: rangeSchema.describe("What of it is more than with hourly copies and nothing reserved."),
});
export type Protection = z.infer<typeof protection>;

/** What an environment costs by how it is protected from the loss of a region; nothing of a region without a target. */
export function safetyOf(
  environment: Pick<Environment, "name" | "objectives">,
  resources: readonly ValuedResource[],
  basis: Basis,
): Protection[] {
  const standing = resources.filter(({ recovery }) => !recovery);
  const roots = [...new Set(resources.filter(({ recovery }) => recovery).map(({ root }) => root))];
  return roots.flatMap((root) => {
    const rebuilt = resources.filter((one) => one.root === root).map((one) => ({ ...one, recovery: false }));
    const lost = root.slice(root.indexOf("-recovery-of-") + "-recovery-of-".length);
    return rowsOf(environment, { lost, target: rebuilt[0]?.region ?? "", standing, rebuilt }, basis);
  });
}

interface Loss {
  readonly lost: string;
  readonly target: string;
  readonly standing: readonly ValuedResource[];
  readonly rebuilt: readonly ValuedResource[];
}

function rowsOf(
  { name, objectives }: Pick<Environment, "name" | "objectives">,
  loss: Loss,
  basis: Basis,
): Protection[] {
  const { lost, target, standing, rebuilt } = loss;
  const { usage, book } = basis;
  const prices = new KnownPrices(book);
  const copies = total(estimate(standing, usage, book).lines);
  const both = total(prices.noting(estimate([...standing, ...rebuilt], usage, book)).lines);
  const link = linkBetween(loss, basis, prices);
  const headless = link && sum([copies, link, storageIn(target, basis, prices)]);
  const aim = objectives === undefined ? "no objective" : `${objectives.rtoMinutes} min aimed at`;
  const lag = "seconds: AWS says typically under one, not measured here";
  const rows = [
    {
      protection: "one region, hourly copies",
      rto: aim,
      rpo: `${minutesBetween(standing, lost)} min and the time of a copy`,
      usd: copies,
    },
    ...(headless
      ? [{ protection: "one region, headless copy", rto: `${aim}, less the restore`, rpo: lag, usd: headless }]
      : []),
    {
      protection: "two live regions",
      rto: "minutes: the other one serves at once, its database is promoted; not measured",
      rpo: link ? lag : "a database that is replicated between regions needs Aurora",
      usd: link ? sum([both, link]) : both,
    },
  ];
  const kept = reservation(rebuilt, target, prices);
  return rows.flatMap((row) =>
    [false, true].map((reserved) => {
      const usd = reserved ? sum([row.usd, kept]) : row.usd;
      return {
        environment: name,
        lost,
        target,
        ...row,
        reserved,
        unpriced: prices.missing,
        usd: inCents(usd),
        moreUsd: inCents(difference(usd, copies)),
      };
    }),
  );
}

/** What a global database costs beside its clusters: replicated writes, and their transfer; nothing without Aurora. */
function linkBetween({ standing, lost }: Loss, { usage, book }: Basis, prices: KnownPrices): Range | undefined {
  if (!standing.some(({ type }) => type === "aws_rds_cluster")) return undefined;
  const write = prices.of("aurora.global.replwrite.perM", lost);
  const transfer = prices.of("dt.interregion.gb", lost);
  return rangeOf((scenario) => {
    const { of } = quantitiesOf(usage, scenario);
    const writes = of.databaseIoMillion * of.databaseWriteShare;
    return writes * write + of.databaseChangedGbPerDay * (book.hoursPerMonth / 24) * transfer;
  });
}

/** A headless copy costs its storage, and no compute. https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-attach.console.headless.html */
const storageIn = (target: string, { usage }: Basis, prices: KnownPrices): Range => {
  const usd = prices.of("aurora.storage.gbmonth", target);
  return rangeOf((scenario) => usage.assumptions.databaseGb[scenario] * usd);
};

/** A reservation costs as much as its instances on demand, whether they run or not. */
function reservation(rebuilt: readonly ValuedResource[], target: string, prices: KnownPrices): Range {
  const groups = rebuilt.filter(({ type }) => type === "aws_autoscaling_group");
  const usd = groups.reduce((all, { values }) => {
    const [policy = {}] = blocksIn(values, "mixed_instances_policy");
    const [first = {}] = blocksIn(policy, "launch_template").flatMap((one) => blocksIn(one, "override"));
    const price = prices.of(`ec2.${textIn(first, "instance_type")}`, target);
    return all + (numberIn(values, "min_size") ?? 0) * price * prices.hoursPerMonth;
  }, 0);
  return { low: usd, expected: usd, high: usd };
}

/** Minutes from a backup of a region to the next. */
function minutesBetween(standing: readonly ValuedResource[], region: string): number {
  const rules = standing
    .filter((one) => one.type === "aws_backup_plan" && one.region === region)
    .flatMap(({ values }) => blocksIn(values, "rule"));
  return 60 * Math.min(...rules.map((rule) => hoursBetween(textIn(rule, "schedule") ?? "")));
}

const rangeOf = (usdAt: (scenario: (typeof scenarios)[number]) => number): Range => {
  const [low = 0, expected = 0, high = 0] = scenarios.map(usdAt);
  return { low, expected, high };
};

/** Prices, with a list of those that nobody knows. */
class KnownPrices {
  private readonly unknown = new Set<string>();

  constructor(private readonly book: PriceBook) {}

  get hoursPerMonth(): number {
    return this.book.hoursPerMonth;
  }

  get missing(): string[] {
    return [...this.unknown].sort();
  }

  of(sku: string, region: string): number {
    const found = this.book.find(sku, region);
    if (!found) this.unknown.add(`${sku}: no price for ${region}`);
    return found?.usd ?? 0;
  }

  noting(found: Estimate): Estimate {
    for (const { what, why } of found.unpriced) this.unknown.add(`${what}: ${why}`);
    return found;
  }
}
