import { eachDespiteFailures } from "../../terraform/failures";
import { deleteCopies } from "../account/delete-copies";
import { deleteLateLogs } from "../account/delete-late-logs";
import { protectAll, protectBefore } from "../account/protect";
import { refuseChanged } from "../account/refuse-changed";
import type { RunRecord } from "../account/run-record";
import type { Drill } from "../drill";
import { Made } from "../made";
import type { At } from "../step";
import { checkOutSource } from "../steps/check-out-source";
import { leftSince, linesOf } from "../steps/note-what-is-there";
import { takeBack } from "../take-back";
import { destroyRecovery } from "./destroy-recovery";
import { destroySource } from "./destroy-source";

/**
 * Removes what a run has left in the account: by its states, from the commit that it was built from; then its snapshots
 * and copies. What fails does not keep the rest. At last, names what was not there before the run.
 */
export async function cleanRun(drill: Drill, record: RunRecord, at: At): Promise<void> {
  const run = await record.read();
  protectBefore(drill, run.before);
  // Whose the backups of a region are that came to stand later, nobody knows: until that is seen, none of them is the run's.
  let goneAt = () => (run.goneAt === undefined ? record.seenAt : new Date(run.goneAt));
  const roots = async () => {
    // Once its roots were empty, what stands there is somebody else's.
    if (!run.standing) return;
    if (!drill.found.source) await checkOutSource.run(drill, at);
    await refuseChanged(drill, record);
    goneAt = () => new Date();
    // From here on, what changes is this clean-up's work; another one, after it was killed, must see that.
    await record.keep(run);
    await both([destroyRecovery(drill, at), destroySource(drill, at)]);
    await record.close({ standing: false, left: true });
  };
  try {
    await eachDespiteFailures([
      roots,
      () => takeBack(new Made((made) => record.note(made), run.made), { run: record.run, aws: drill.need("aws") }, at),
      () => deleteCopies(drill, { from: new Date(run.beganAt), to: goneAt() }, at),
      () => deleteLateLogs(drill, { from: new Date(run.beganAt), to: () => late(goneAt()) }, at),
      () => sweepAfter(drill, record, at),
    ]);
  } finally {
    await record.rest();
    protectAll(drill);
  }
}

/** Until when services may make a log group again, which belongs to what they logged for. */
const late = (goneAt: Date): Date => new Date(goneAt.getTime() + 3_600_000);

/** Waits for both, whatever becomes of one; then throws what went wrong. */
async function both(works: readonly Promise<void>[]): Promise<void> {
  await Promise.allSettled(works);
  await eachDespiteFailures(works.map((work) => () => work));
}

async function sweepAfter(drill: Drill, record: RunRecord, { say }: At): Promise<void> {
  const { before, standing } = await record.read();
  const found = await leftSince(drill, before);
  const left = linesOf(found);
  say(`${left.length} left over`);
  await record.close({ standing, left: left.length > 0 });
  const problems = [
    told(
      left,
      `${record.run} made these, by their tag or name, and none of its states has them. Delete them, and run this again:`,
    ),
    told(
      linesOf(found, "unmarked"),
      `not there before ${record.run}, and without its mark, so they are somebody's, or AWS made them. They are left alone, and told once:`,
    ),
  ].filter((problem) => problem !== undefined);
  if (problems.length > 0) throw new Error(problems.join("\n"));
}

const told = (lines: readonly string[], what: string): string | undefined =>
  lines.length === 0 ? undefined : [what, ...lines.map((line) => `  ${line}`)].join("\n");
