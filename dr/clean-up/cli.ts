import { z } from "zod";
import { command } from "../../terraform/process/command";
import { listen } from "../../terraform/process/interrupts";
import type { Progress } from "../../terraform/process/progress";
import { runningDrills } from "../work-folder";
import { cleanUpAccount } from "./account";
import { cleanUp, toCleanUp, unsavedStates } from "./clean-up";

const lines = (about: string) => z.array(z.string()).describe(about);
const result = z.object({
  dryRun: z.boolean(),
  removed: lines("Folders on this machine, and runs in the account; with --dry-run, what would be removed."),
  notRemoved: lines("What could not be removed, with the reason."),
  running: lines("Drills that are at work on this machine, and were left alone."),
});
type Result = z.infer<typeof result>;

export const cleanUpCommand = command({
  name: "clean-up",
  about: "Removes what interrupted drills left behind.",
  details: "On this machine, and with --aws also in the dev account.",
  options: (program) => program.option("--aws", "also in the dev account, whatever machine the drills ran on"),
  examples: [
    ["clean-up", "after a drill that was killed on this machine"],
    ["clean-up --aws", "after a drill in the dev account, from any machine"],
    ["clean-up --aws --dry-run", "list what that would remove"],
  ],
  exitCodes: { 0: "nothing is left", 1: "something could not be removed; it is listed" },
  dryRun: "list what would be removed; remove nothing",
  result,
  text,
  run: async ({ aws = false, dryRun = false }: { aws?: boolean; dryRun?: boolean }, { progress, show }) => {
    // By the states in the account alone, what only such a state knows would be left.
    const unsaved = unsavedStates();
    const done = unsaved.length > 0 ? { removed: [], notRemoved: unsaved } : await everywhere(progress, aws, dryRun);
    show({ dryRun, ...done, running: runningDrills() });
    return done.notRemoved.length === 0 ? 0 : 1;
  },
});

async function everywhere(progress: Progress, aws: boolean, dryRun: boolean) {
  const account = aws ? await cleanUpAccount(progress, dryRun) : { found: [], failed: [], signal: undefined };
  const signal = account.signal ?? listen({ first: "Terraform finishes what is under way" });
  const title = "Remove what drills have left on this machine";
  const here = dryRun ? toCleanUp() : await progress.run(title, (say) => cleanUp({ signal, say }));
  return {
    removed: [...account.found, ...here.removed],
    notRemoved: [...account.failed, ...here.notRemoved],
  };
}

function text({ dryRun, removed, notRemoved, running }: Result): string {
  const nothing = removed.length + notRemoved.length === 0;
  return [
    ...removed.map((line) => `${dryRun ? "would remove" : "removed"}: ${line}`),
    ...notRemoved.map((line) => `${dryRun ? "could not remove" : "not removed"}: ${line}`),
    ...(nothing ? ["Nothing to remove."] : []),
    ...running.map((run) => `${run} is running, and is left alone.`),
  ].join("\n");
}
