import { Option } from "commander";
import { z } from "zod";
import { environments } from "../../regions/environments";
import { usageFrom } from "../../regions/schema/usage-schema";
import { usage } from "../../regions/usage";
import { command } from "../../terraform/process/command";
import { valuedResources } from "../../terraform/values/synthesized";
import { currentSynth } from "../current-synth";
import { findEnvironment } from "../find-environment";
import { readBook } from "./book";
import { costOf, environmentCost } from "./report";
import { costText, type Shown } from "./text";

interface Options extends Shown {
  readonly environment?: string;
  readonly priceBook?: string;
}

export const cost = command({
  name: "cost",
  about: "Shows what each environment costs a month: low, expected and high.",
  details:
    "It prices what is synthesized, offline, with the list prices of tools/cost/price-book.json and the usage that regions/usage.ts says: it knows no bill. A recovery is not in it.",
  options: (program) =>
    program
      .option("--environment <name>", "only this environment")
      .addOption(new Option("--by <what>", "sum by").choices(["tier", "region", "environment"]).default("tier"))
      .option("--verbose", "also show each line")
      .option("--price-book <file>", "prices of your own, written as tools/cost/price-book.json"),
  examples: [
    ["cost", "every environment, by tier"],
    ["cost --environment prod --by region", "one environment, by region"],
  ],
  exitCodes: { 1: "the expected cost of an environment is over its budget" },
  result: z.object({ environments: z.array(environmentCost) }),
  text: ({ environments: all }, options: Shown) => costText(all, options),
  run: async ({ environment, priceBook }: Options, { show, warn }) => {
    const names =
      environment === undefined ? environments.map(({ name }) => name) : [findEnvironment(environment).name];
    const book = readBook(priceBook);
    const standing = valuedResources(await currentSynth(), names).filter(({ recovery }) => !recovery);
    const costs = names.map((name) =>
      costOf(
        name,
        standing.filter((one) => one.environment === name),
        {
          usage: usage.get(name) ?? usageFrom({}),
          book,
          now: new Date(),
        },
      ),
    );
    show({ environments: costs });
    const over = costs.filter(({ overBudget }) => overBudget);
    for (const { environment: name, usd, budgetUsd } of over)
      warn(
        `${name}: ${Math.round(usd.expected)} USD a month are expected, over its budget of ${budgetUsd}. See --verbose, or raise budgetUsd in regions/usage.ts.`,
      );
    return over.length > 0 ? 1 : 0;
  },
});
