import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { command } from "../../terraform/process/command";
import { bootstrap, missing } from "../../terraform/states/bootstrap";
import type { OwnState } from "../../terraform/states/own-state";
import { aboutUnsaved, unsavedIn } from "../../terraform/states/unsaved";
import { synthInto } from "../../terraform/synth";
import { findEnvironment } from "../find-environment";
import { checkRegions } from "../limits/opt-in";
import { callersAws, checkAccount } from "./caller";
import { keptStates, ownStates } from "./own-states";
import { shownPlans } from "./shown-plans";

const states = z.array(
  z.object({
    id: z.string().describe("Id of a state root."),
    url: z.string().describe("Where its own state is kept."),
  }),
);

interface Options {
  readonly plans?: boolean;
  readonly dryRun?: boolean;
}

export const bootstrapCommand = command({
  name: "bootstrap",
  about: "Creates the state buckets and lock tables of an environment.",
  details: "One of each in every region, with your credentials, from plans that you confirm.",
  options: (program) =>
    program.argument("<environment>", "one of regions/environments.ts").option("--plans", "print the full plans, too"),
  examples: [
    ["bootstrap dev", "plan, show what each plan adds, ask, and apply"],
    ["bootstrap dev --dry-run --plans", "show the full plans only"],
  ],
  exitCodes: { 1: "not confirmed, or it failed; run it again to continue" },
  confirms: true,
  dryRun: "show the plans; apply nothing",
  result: z.object({
    made: states.describe("Applied now; the state of each is in its bucket."),
    planned: states.describe("Planned and not applied."),
    left: states.describe("Made before, and left alone."),
  }),
  text: ({ made, planned, left }) =>
    [
      ...left.map(({ id, url }) => `${id}: its state is already in ${url}; left alone`),
      ...planned.map(({ id }) => `${id}: planned, not applied`),
      ...made.map(({ id, url }) => `${id}: made; its state is in ${url}`),
    ].join("\n"),
  interrupted: "Terraform finishes what is under way",
  run: async ({ plans: inFull = false, dryRun }: Options, terminal) => {
    const { args, signal, progress, warn, agree, refuseUnasked, show } = terminal;
    const environment = findEnvironment(args[0] ?? "");
    await checkAccount(environment);
    await checkRegions(environment);
    process.once("exit", () => keptStates(environment).forEach(warn));
    const out = mkdtempSync(join(tmpdir(), "bootstrap-"));
    try {
      synthInto(out);
      const all = ownStates(environment, out);
      const toMake = await missing(all);
      const left = all.filter((state) => !toMake.includes(state)).map(named);
      const question = `apply ${toMake.length === 1 ? "this plan" : `these ${toMake.length} plans`} to ${environment.name} (account ${environment.account}, ${callersAws()})`;
      if (toMake.length > 0 && !dryRun) refuseUnasked(question);
      const shown = async (plans: ReadonlyMap<string, string>) => {
        warn(`\n${shownPlans(environment.name, plans, inFull)}\n`);
        return !dryRun && (await agree(question));
      };
      const title = `State buckets and lock tables of ${environment.name}`;
      const made =
        toMake.length === 0 ||
        (await progress.run(title, (say) => bootstrap(toMake, { agree: shown, say }, signal))) !== undefined;
      const those = toMake.map(named);
      show({ made: made ? those : [], planned: made ? [] : those, left });
      return made || dryRun ? 0 : 1;
    } finally {
      const unsaved = unsavedIn(out);
      unsaved.map(aboutUnsaved).forEach(warn);
      if (unsaved.length === 0) rmSync(out, { recursive: true, force: true });
    }
  },
});

const named = ({ id, url }: OwnState) => ({ id, url });
