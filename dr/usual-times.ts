import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { reportsFolder } from "./report/run-folder";
import { reportSchema } from "./report/schema";

/** What is read of an earlier run's report. */
const earlier = z.object({
  aws: reportSchema.shape.aws,
  steps: reportSchema.shape.steps,
});

/** Seconds on a local AWS and two cores with nothing else to do: for a checkout without reports of its own yet. */
const measured: Readonly<Record<string, number>> = {
  "Start the local AWS": 2,
  "Record what exists before the drill": 6,
  "Build the source from a clean clone": 14,
  "Deploy the source region": 345,
  "Back up the database and copy that to the target region": 1,
  "Take the inventory": 2,
  "Block the source region": 0,
  "Fence the lost region": 0,
  "Build the recovery from a clean clone": 11,
  "Rebuild the region in the target": 169,
  "Prepare the recovered database": 4,
  "Verify the recovered region": 23,
  "Open the recovered region": 0,
  "Unblock the source region": 5,
  "Destroy both regions and what they share": 168,
  "Close the recovered region": 0,
  "Destroy what is left of the recovered region": 0,
  "Lift the fence, if it is still there": 0,
  "Unblock the source region, if it is still blocked": 0,
  "Delete the backups": 0,
  "Destroy what is left of the source region": 0,
  "Sweep every region for leftovers": 2,
  "Stop the local AWS": 0,
};

/** Gives how many seconds a step of a drill usually takes in that kind of AWS: the median of the runs reported here. */
export function usualTimes(inAccount: boolean, reports = reportsFolder): (title: string) => number | undefined {
  const times = new Map<string, number[]>();
  for (const { aws, steps } of reportsIn(reports)) {
    if ((aws.kind === "account") !== inAccount) continue;
    for (const { title, seconds, status } of steps)
      if (status === "done" && seconds !== undefined) times.set(title, [...(times.get(title) ?? []), seconds]);
  }
  return (title) => median(times.get(title) ?? []) ?? (inAccount ? undefined : measured[title]);
}

function reportsIn(folder: string): z.infer<typeof earlier>[] {
  try {
    return readdirSync(folder)
      .filter((name) => name !== "latest")
      .flatMap((name) => reportIn(join(folder, name)) ?? []);
  } catch {
    return []; // no drill was run here yet
  }
}

function reportIn(folder: string): z.infer<typeof earlier> | undefined {
  try {
    return earlier.parse(JSON.parse(readFileSync(join(folder, "report.json"), "utf8")));
  } catch {
    return undefined; // it was killed, is under way, or only its verdict is kept
  }
}

const median = (some: readonly number[]): number | undefined =>
  [...some].sort((one, other) => one - other)[Math.floor((some.length - 1) / 2)];
