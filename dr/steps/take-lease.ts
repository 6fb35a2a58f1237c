import { hostname } from "node:os";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { Lease } from "../account/lease";
import { RunRecord } from "../account/run-record";
import type { Drill } from "../drill";
import type { Step } from "../step";

/** Takes what drills make in the account for this run: no other drill or clean-up works there meanwhile; with `--aws`. */
export const takeLease: Step = {
  title: "Take the account's regions for this run",
  run: async (drill) => {
    const { environment, run } = drill.settings;
    drill.found.lease = await Lease.take(...leaseOf(drill));
    drill.found.record = new RunRecord(drill.need("aws")(environment.stateRegion).s3, environment, run);
  },
  undo: {
    title: "Give the account's regions back",
    run: async (drill) => drill.found.lease?.giveBack(),
  },
};

/** Where the lease of the drilled environment is, its name, and who asks for it. */
export const leaseOf = (drill: Drill): [client: DynamoDBClient, name: string, holder: string] => {
  const { environment, run } = drill.settings;
  const { dynamodb } = drill.need("aws")(environment.stateRegion);
  return [dynamodb, `${environment.name}-drill`, `${run} on ${hostname()} (${process.pid})`];
};
