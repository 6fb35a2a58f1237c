import { z } from "zod";
import type { Contract } from "../../modules/core/contract";
import { UserError } from "../../modules/core/user-error";
import type { Environment } from "../../regions/schema/environment";
import { didYouMean } from "../../regions/schema/explain";
import type { Region } from "../../regions/schema/region-schema";
import { contractOf, tiersOf } from "../../regions/wiring/tiers";
import { columns } from "../../terraform/process/columns";
import { command } from "../../terraform/process/command";
import { currentSynth } from "../current-synth";
import { findEnvironment } from "../find-environment";
import { effective, type Setting, setting } from "./effective";

const result = z.object({
  environment: z.string(),
  region: z.string(),
  role: z.string(),
  tiers: z.array(z.object({ tier: z.string(), summary: z.string(), settings: z.array(setting) })),
});

export const settings = command({
  name: "settings",
  about: "Shows the effective settings of a region, and which file each comes from.",
  options: (program) =>
    program
      .argument("<place>", "environment and region, such as prod/eu-west-1")
      .argument("[tier]", "only this tier")
      .option("--describe", "also explain each setting"),
  examples: [
    ["settings prod/eu-west-1", "every tier of the region"],
    ["settings prod/eu-west-1 database --describe", "one tier, with explanations"],
  ],
  result,
  text: ({ tiers }, { describe = false }: { describe?: boolean }) =>
    tiers.map(({ tier, summary, settings: its }) => `${tier}: ${summary}\n${table(its, describe)}`).join("\n\n"),
  run: async (_: { describe?: boolean }, { args, show }) => {
    const [place = "", tier] = args;
    const [name = "", regionName] = place.split("/");
    if (regionName === undefined)
      throw new UserError(`"${place}" is not an environment and a region. Write both, such as "prod/eu-west-1".`);
    const environment = findEnvironment(name, place);
    const region = findRegion(environment, regionName, place);
    const tiers = tiersIn(environment, region, tier);
    const out = await currentSynth();
    const shown = tiers.map((contract) => ({
      tier: contract.name,
      summary: contract.summary,
      settings: effective({ environment, region, out }, contract),
    }));
    show({ environment: environment.name, region: region.name, role: region.role, tiers: shown });
    return 0;
  },
});

function findRegion({ name, regions }: Environment, wanted: string, where: string): Region {
  const names = regions.map((region) => region.name);
  const found = regions.find((region) => region.name === wanted);
  if (found) return found;
  throw new UserError(
    `${where}: "${wanted}" is not a region of ${name}.${didYouMean(wanted, names)} Known: ${names.join(", ")}.`,
  );
}

/** The tiers that the region has, or the one of them that is wanted. */
function tiersIn(environment: Environment, region: Region, wanted?: string): Contract[] {
  const there = Object.values(tiersOf(region.role)).filter(({ name }) => Object({ ...region })[name] !== undefined);
  if (wanted === undefined) return there;
  const found = there.filter(({ name }) => name === wanted);
  if (found.length > 0) return found;
  const names = there.map(({ name }) => name);
  const absent = contractOf(wanted) ? `there is no ${wanted} in` : `"${wanted}" is not a tier of`;
  throw new UserError(
    `${absent} ${environment.name}/${region.name}.${didYouMean(wanted, names)} Its tiers: ${names.join(", ")}.`,
  );
}

function table(its: readonly Setting[], describe: boolean): string {
  if (its.length === 0) return "  It has no settings.";
  const lines = columns(its.map((one) => [`  ${one.name}`, shown(one.value), whence(one)])).split("\n");
  return lines.flatMap((line, at) => [line, ...(describe ? [`      ${its[at]?.description}`] : [])]).join("\n");
}

const longest = 60;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "null";
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

const whence = ({ from, where, leftOut }: Setting): string => {
  const without = leftOut ? `, without ${leftOut.join(", ")} of the default` : "";
  return `${from === "default" || from === "wiring" ? from : where}${without}`;
};
