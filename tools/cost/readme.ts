import { environments } from "../../regions/environments";
import type { Environment } from "../../regions/schema/environment";
import { usageFrom } from "../../regions/schema/usage-schema";
import { usage } from "../../regions/usage";
import type { ValuedResource } from "../../terraform/values/resource";
import { valuedResources } from "../../terraform/values/synthesized";
import { table } from "../modules/markdown";
import { architectureIn } from "./architecture";
import { readBook } from "./book";
import { dollars } from "./range";
import { type Basis, costOf } from "./report";
import { type Protection, safetyOf } from "./safety";
import { capacityOf, moreOf } from "./safety-text";

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
    `${name} is expected to cost ${dollars(standing.usd.expected)} USD a month: ${dollars(standing.usd.low)} at the least, ${dollars(standing.usd.high)} at the most. ${dollars(standing.uncertainUsd)} USD of it rest on prices of one source, from memory, or derived.`,
    table(
      ["Estimate", "Low", "Expected", "High"],
      [...estimates(safety), ...fleets(resources, standing.lines), ...architectures(resources, basis)],
      "None.",
    ),
    `What moves the sum most: ${standing.assumptions
      .slice(0, 3)
      .map(
        ({ name: which, low, high, usdAtLow, usdAtHigh }) =>
          `\`${which}\` from ${low} to ${high} (${dollars(usdAtLow)} to ${dollars(usdAtHigh)} USD)`,
      )
      .join("; ")}.`,
    "What safety costs:",
    table(
      ["Protection", "Instances in the target", "RTO", "RPO", "USD a month, expected", "More"],
      safety.map((row) => [row.protection, capacityOf(row), row.rto, row.rpo, dollars(row.usd.expected), moreOf(row)]),
      "No region has a recovery target.",
    ),
  ].join("\n\n");
}

const cells = (name: string, { low, expected, high }: Protection["usd"]): string[] => [
  name,
  dollars(low),
  dollars(expected),
  dollars(high),
];

const estimates = (safety: readonly Protection[]): string[][] =>
  safety
    .filter(({ reserved, protection }) => !reserved && !protection.includes("headless"))
    .map((row) => cells(row.protection, row.usd));

/** The instances alone, as they are, for comparison with the architecture's. */
function fleets(resources: readonly ValuedResource[], lines: ReturnType<typeof costOf>["lines"]): string[][] {
  const regions = new Set(
    resources.filter(({ type, recovery }) => type === "aws_autoscaling_group" && !recovery).map(({ region }) => region),
  );
  return [...regions].map((region) => {
    const those = lines.filter((line) => line.region === region && line.what.startsWith("instances "));
    const sum = (of: "low" | "expected" | "high"): number => those.reduce((all, { usd }) => all + usd[of], 0);
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
    return [`instances as the architecture assumes them: ${text}`, "", usd === null ? "no price" : dollars(usd), ""];
  });
