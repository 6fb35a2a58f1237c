import { RunRecord } from "../account/run-record";
import type { Step } from "../step";
import { everyPlace } from "../steps/note-what-is-there";
import { describeLeftover, sweep } from "../sweep/sweep";

/** Compares what there is with what there was before each drill that did not end well: what no state has is found by it. */
export const sweepRuns: Step = {
  title: "Sweep every region for what else drills have left",
  run: async (drill, { say }) => {
    const { environment } = drill.settings;
    const records = await RunRecord.all(drill.need("aws")(environment.stateRegion).s3, environment);
    if (records.length === 0) return say("no drill is on record that did not end well");
    const now = await everyPlace(drill);
    const problems: string[] = [];
    for (const record of records) {
      const before = await record.read();
      const left = Object.entries(now).flatMap(([place, items]) =>
        sweep(before[place] ?? [], items).left.map((item) => describeLeftover(place, item)),
      );
      say(`${record.run}: ${left.length} left over`);
      if (left.length === 0) await record.remove();
      else
        problems.push(
          `not there before ${record.run}, and in no state of a drill:`,
          ...left.map((line) => `  ${line}`),
          `Delete what the drill has made, and run this again. Where all of it was made on purpose: aws s3 rm ${record.url}`,
        );
    }
    if (problems.length > 0) throw new Error(problems.join("\n"));
  },
};
