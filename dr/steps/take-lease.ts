import { hostname } from "node:os";
import { Lease, type LeaseOf } from "../account/lease";
import { type LeaseHeld, leaseNameOf } from "../account/lease-item";
import { RunRecord } from "../account/run-record";
import type { DrillWith } from "../drill";
import { stopAtOnce } from "../interrupts";
import { type At, step } from "../step";

export const takeLease = step({
  title: "Lock the account for this run",
  about: "Takes the lock on what drills create in the account: no other drill or clean-up works there in the meantime.",
  needs: ["aws", "gate"],
  gives: ["lease", "record"],
  prepares: true,
  run: async (drill, at) => {
    const { environment, run } = drill.settings;
    await lease(drill, at);
    drill.found.record = new RunRecord(drill.need("aws")(environment.stateRegion).s3, environment, run);
  },
  undo: {
    title: "Unlock the account",
    run: async (drill) => drill.found.lease?.giveBack(),
  },
});

/**
 * Takes the lease of the drilled environment. Who loses it stops at once: another one may be destroying already. While it
 * is not sure that it is held, the gate lets no call through but those of DynamoDB, where it is.
 */
export async function lease(drill: DrillWith<"aws" | "gate">, { signal, say }: At): Promise<void> {
  const { environment, run } = drill.settings;
  const of: LeaseOf = {
    dynamodb: drill.need("aws")(environment.stateRegion).dynamodb,
    name: leaseNameOf(environment),
    holder: `${run} on ${hostname()} (${process.pid})`,
  };
  const onLost = ({ message }: LeaseHeld) => {
    process.stderr.write(`\nstopping at once: ${message}\n`);
    stopAtOnce(drill);
  };
  const taken = await Lease.take(of, { signal, say, onLost });
  drill.found.lease = taken;
  drill
    .need("gate")
    .guard(({ service }) =>
      taken.isSure || service === "dynamodb" ? undefined : `it is not sure that this run still holds ${of.name}`,
    );
}
