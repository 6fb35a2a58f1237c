import { environments } from "../../regions/environments";
import type { Environment } from "../../regions/schema/environment";
import { usageFrom } from "../../regions/schema/usage-schema";
import { usage } from "../../regions/usage";
import type { ValuedResource } from "../../terraform/values/resource";
import { valuedResources } from "../../terraform/values/synthesized";
import { table } from "../modules/markdown";
import { architectureIn } from "./architecture";
import { readBook } from "./book";
import { largest } from "./largest";
import { dollars, type Range } from "./range";
import { type Basis, costOf } from "./report";
import { notMeasured, type Protection, safetyOf } from "./safety";
import { capacityOf, moreOf, sumOf } from "./safety-text";

/** The README's part on cost: one region and two of the first environment, beside the architecture's assumption. */
export function costInReadme(out: string, environment: Environment | undefined = environments[0]): string {
  if (!environment) return "There is no environment.";
  const { name } = environment;
  const resources = valuedResources(out, [name]);
  // A page that is compared byte by byte has no clock: nothing in it depends on how old a price is.
  const basis: Basis = { usage: usage.get(name) ?? usageFrom({}), book: readBook(), now: new Date(0) };
  const standing = costOf(
    name,
    resources.filter(({ recovery }) => !recovery),
    basis,
  );
  const safety = safetyOf(environment, resources, basis);
  return [
    `${name} is expected to cost ${dollars(standing.usd.expected)} USD a month: ${dollars(standing.usd.low)} if every assumption turns out low and groups get their cheapest instance type, ${dollars(standing.usd.high)} if every one turns out high and groups get the dearest. Neither is likely. ${dollars(standing.uncertainUsd)} USD of what is expected are uncertain: a price is from one source, from memory or derived, or a quantity is a guess.`,
    `What costs most: ${largest(standing).join("; ")}.${fullCopies(standing.lines)}`,
    table(
      ["Estimate", "Low", "Expected", "High"],
      [...estimates(standing.usd, safety), ...fleets(resources, standing.lines), ...architectures(resources, basis)],
      "None.",
    ),
    withoutPrice([
      ...standing.unpriced.map(({ what, why }) => `${what} (${why})`),
      ...safety.flatMap(({ unpriced }) => unpriced),
    ]),
    `What moves the sum most: ${standing.assumptions
      .slice(0, 3)
      .map(
        ({ name: which, low, high, usdAtLow, usdAtHigh }) =>
          `\`${which}\` from ${low} to ${high} (${dollars(usdAtLow)} to ${dollars(usdAtHigh)} USD)`,
      )
      .join("; ")}.`,
    "What safety costs:",
    table(
      ["Region lost", "Protection", "Capacity in the target", "RTO", "RPO", "USD a month, expected", "Extra"],
      safety.map((row) => [row.lost, row.protection, capacityOf(row), row.rto, row.rpo, sumOf(row), moreOf(row)]),
      "No region has a recovery target.",
    ),
    notMeasured,
  ].join("\n\n");
}

/** Why copies cost so much, and what to do about it. */
const fullCopies = (lines: ReturnType<typeof costOf>["lines"]): string =>
  lines.some(({ what }) => what.includes("transfer of full copies"))
    ? " Aurora copies a snapshot to another region in full, every time: twice the `intervalHours` of the [backup](modules/backup/README.md) tier halves the cost of these copies, and doubles what a loss of the region may cost in data."
    : "";

/** How many of what has no price are named; `./shop cost` names all. */
const named = 6;

function withoutPrice(all: readonly string[]): string {
  const these = [
    ...new Set(
      all.map((one) => one.replace(" (no price in the price book)", "").replace(": no price in the price book", "")),
    ),
  ];
  const more = these.length > named ? `; and ${these.length - named} more` : "";
  return `Not in the sums, because they have no price: ${these.slice(0, named).join("; ") || "nothing"}${more}.`;
}

const cells = (name: string, { low, expected, high }: Range): string[] => [
  name,
  dollars(low),
  dollars(expected),
  dollars(high),
];

/** The environment as it is, and with the target as a live region beside it. */
const estimates = (standing: Range, safety: readonly Protection[]): string[][] => [
  cells(safety[0]?.protection ?? "as it is", standing),
  ...safety
    .filter(({ reserved, protection }) => !reserved && protection.includes("live region"))
    .map((row) => cells(nameOf(row, safety), row.usd)),
];

function nameOf({ protection, lost, partial }: Protection, all: readonly Protection[]): string {
  const like = new Set(all.map((row) => row.lost)).size > 1 ? ` as ${lost}` : "";
  return `${protection}${like}${partial ? " (at least: prices are missing)" : ""}`;
}

/** The instances alone, as they are, for comparison with the architecture's. */
function fleets(resources: readonly ValuedResource[], lines: ReturnType<typeof costOf>["lines"]): string[][] {
  const regions = new Set(
    resources.filter(({ type, recovery }) => type === "aws_autoscaling_group" && !recovery).map(({ region }) => region),
  );
  return [...regions].map((region) => {
    const those = lines.filter((line) => line.region === region && line.what.startsWith("instances "));
    const sum = (of: "low" | "expected" | "high"): number => those.reduce((all, { usd }) => all + usd[of], 0);
    if (those.length === 0) return [`of it, instances in ${region}`, "", "no price", ""];
    return cells(`of it, instances in ${region}`, { low: sum("low"), expected: sum("expected"), high: sum("high") });
  });
}

const architectures = (resources: readonly ValuedResource[], { book }: Basis): string[][] =>
  [
    ...new Set(
      resources
        .filter(({ type, recovery }) => type === "aws_autoscaling_group" && !recovery)
        .map(({ region }) => region),
    ),
  ].map((region) => {
    const { text, usd } = architectureIn(region, book);
    return [
      `instances in ${region} as the architecture assumes them: ${text}`,
      "",
      usd === null ? "no price" : dollars(usd),
      "",
    ];
  });
