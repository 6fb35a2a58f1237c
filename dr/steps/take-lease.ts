import { hostname } from "node:os";
import { Lease, type LeaseOf } from "../account/lease";
import { RunRecord } from "../account/run-record";
import type { DrillWith } from "../drill";
import { stopAtOnce } from "../interrupts";
import { step } from "../step";

export const takeLease = step({
  title: "Lock the account for this run",
  about: "Takes the lock on what drills create in the account: no other drill or clean-up works there in the meantime.",
  needs: ["aws"],
  gives: ["lease", "record"],
  prepares: true,
  run: async (drill) => {
    const { environment, run } = drill.settings;
    await lease(drill);
    drill.found.record = new RunRecord(drill.need("aws")(environment.stateRegion).s3, environment, run);
  },
  undo: {
    title: "Unlock the account",
    run: async (drill) => drill.found.lease?.giveBack(),
  },
});

/** Takes the lease of the drilled environment. Who loses it stops at once: another one may be destroying already. */
export async function lease(drill: DrillWith<"aws">): Promise<void> {
  const { environment, run } = drill.settings;
  const of: LeaseOf = {
    dynamodb: drill.need("aws")(environment.stateRegion).dynamodb,
    name: `${environment.name}-drill`,
    holder: `${run} on ${hostname()} (${process.pid})`,
  };
  drill.found.lease = await Lease.take(of, ({ message }) => {
    process.stderr.write(`\nstopping at once: ${message}\n`);
    stopAtOnce(drill);
  });
}
