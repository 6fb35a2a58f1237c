import { Option } from "commander";
import { UserError } from "../../modules/core/user-error";
import { environments } from "../../regions/environments";
import { usageFrom } from "../../regions/schema/usage-schema";
import { usage } from "../../regions/usage";
import { command } from "../../terraform/process/command";
import { projectRoot } from "../../terraform/project-root";
import { valuedResources } from "../../terraform/values/synthesized";
import { synthOf } from "../affected/base";
import { Git } from "../affected/git";
import { currentSynth } from "../current-synth";
import { findEnvironment } from "../find-environment";
import { jsonFile } from "../json-file";
import { readBook } from "./book";
import { withOwnPrices } from "./own-prices";
import { type CostResult, costResult, type Given, resultOf } from "./result";
import { shownAs } from "./shown";

interface Options {
  readonly environment?: string;
  readonly by?: "tier" | "region" | "environment";
  readonly format?: "table" | "csv" | "svg";
  readonly since?: string;
  readonly plan?: string;
  readonly safety?: boolean;
  readonly verbose?: boolean;
  readonly priceBook?: string;
}

export const cost = command({
  name: "cost",
  about: "Shows what each environment costs a month: low, expected and high.",
  details:
    "It prices what is synthesized, offline, with the list prices of tools/cost/price-book.json and the usage that regions/usage.ts says: it knows no bill. A recovery is not in it. Low is with every assumption low at once, high with every one high. What is used of all resources of a kind together is shared evenly among them.",
  options: (program) =>
    program
      .argument("[environment]", "only this environment (default: all of them)")
      .addOption(new Option("--by <what>", "sum by").choices(["tier", "region", "environment"]).default("tier"))
      .addOption(new Option("--format <format>", "print as").choices(["table", "csv", "svg"]).default("table"))
      .option("--since <ref>", "what changed since a commit, branch or tag, in one line for each environment")
      .option("--plan <file>", "price a plan (terraform show -json FILE) instead, and what it changes")
      .option("--safety", "also show what each protection from the loss of a region costs")
      .option("--verbose", "also show each line")
      .option("--price-book <file>", "a discount and prices of your own, as JSON: percentOff and prices"),
  examples: [
    ["cost", "every environment, by tier"],
    ["cost prod --by region --safety", "one environment, and what safety costs"],
    ["cost --since main", "what this branch changes"],
    ["cost --format svg > cost.svg", "a chart"],
  ],
  exitCodes: { 1: "the expected cost of an environment is over its budget" },
  interrupted: "stopping",
  result: costResult,
  text: (result: CostResult, options: Options) => shownAs(result, options),
  run: async (given: Omit<Options, "environment">, { args, show, warn, say, signal }) => {
    const [environment] = args;
    const options = { ...given, ...(environment === undefined ? {} : { environment }) };
    const result = resultOf(
      options.plan === undefined ? await synthesized(options, { say, signal }) : planned(options.plan, options),
    );
    show(result);
    for (const { finding } of result.findings) warn(finding);
    return result.findings.length > 0 ? 1 : 0;
  },
});

/** What the command prices of what is synthesized, now and at the commit that it is compared with. */
async function synthesized(
  { environment, since, safety = false, priceBook }: Options,
  { say, signal }: { say: (line: string) => void; signal: AbortSignal },
): Promise<Given> {
  const chosen = environment === undefined ? environments : [findEnvironment(environment)];
  const names = chosen.map(({ name }) => name);
  const given = { ...basis(priceBook), environments: chosen, safety };
  const resources = valuedResources(await currentSynth(), names);
  if (since === undefined) return { ...given, resources };
  const base = await new Git(projectRoot, signal).named(since);
  say(`compared with ${base.commit.slice(0, 12)} (${base.because})`);
  return {
    ...given,
    resources,
    before: { ...base, resources: valuedResources(await synthOf(base.commit, signal), names) },
  };
}

function planned(file: string, { environment, since, safety, priceBook }: Options): Given {
  if (since !== undefined || safety)
    throw new UserError("--plan: a plan is priced by itself. Leave --since and --safety out.");
  return {
    ...basis(priceBook),
    environments: environment === undefined ? environments : [findEnvironment(environment)],
    plan: jsonFile("--plan", file, ". Write it with: terraform show -json FILE.tfplan"),
    resources: [],
    safety: false,
  };
}

const basis = (priceBook: string | undefined): Pick<Given, "book" | "now" | "usageOf"> => ({
  book: priceBook === undefined ? readBook() : withOwnPrices(readBook(), priceBook),
  now: new Date(),
  usageOf: (name) => usage.get(name) ?? usageFrom({}),
});
