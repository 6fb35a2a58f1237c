import { snapshotsOf } from "../snapshots";
import type { Step } from "../step";
import { snapshotNames } from "../steps/back-up-database";

/** Deletes the snapshots that drills took and copied. */
export const deleteSnapshots: Step = {
  title: "Delete the snapshots that drills have left",
  run: async (drill, { say }) => {
    const { lost, target } = drill.settings;
    const { list, remove } = snapshotsOf[lost.database.engine];
    for (const region of [lost.name, target.region]) {
      const { rds } = drill.need("aws")(region);
      for (const identifier of (await list(rds)).filter(isOfARun)) {
        say(`deleting ${identifier} in ${region}`);
        await remove(rds, identifier);
      }
    }
  },
};

const isOfARun = (identifier: string): boolean => {
  const [run] = /^dr-\d{10}/.exec(identifier) ?? [];
  return run !== undefined && snapshotNames(run).some((name) => name === identifier);
};
