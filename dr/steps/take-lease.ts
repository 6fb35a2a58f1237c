import { hostname } from "node:os";
import { Lease } from "../account/lease";
import { RunRecord } from "../account/run-record";
import type { Step } from "../step";

/** Takes what drills make in the account for this run: no other drill or clean-up works there meanwhile; with `--aws`. */
export const takeLease: Step = {
  title: "Take the account's regions for this run",
  run: async (drill) => {
    const { environment, run } = drill.settings;
    const { dynamodb, s3 } = drill.need("aws")(environment.stateRegion);
    drill.found.lease = await Lease.take(
      dynamodb,
      `${environment.name}-drill`,
      `${run} on ${hostname()} (${process.pid})`,
    );
    drill.found.record = new RunRecord(s3, environment, run);
  },
  undo: {
    title: "Give the account's regions back",
    run: async (drill) => drill.found.lease?.giveBack(),
  },
};
