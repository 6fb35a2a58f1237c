import { inAnyOrder } from "../../terraform/order";
import { tellOf } from "../../terraform/process/progress";
import { deleteCopies } from "../account/delete-copies";
import { RunRecord } from "../account/run-record";
import { alreadySet } from "../customers/set";
import type { DrillWith } from "../drill";
import { sharedRoots, sourceRoots, stateRoots, terraformRoot } from "../roots";
import { type At, step } from "../step";

export const seeWhatStands = step({
  title: "Check the account",
  about:
    "Checks that what regions share is deployed as in git, that the region to lose does not exist, and that no fence or opening is set. The drill creates that region and destroys it: an existing one belongs to somebody. From here on, the account has a record of the run.",
  needs: ["aws", "gate", "childEnvironment", "source", "before", "record"],
  gives: ["beganAt"],
  prepares: true,
  run: async (drill, at) => {
    const problems = [
      ...(await unfinished(drill)),
      ...(await differing(drill, at)),
      ...(await standing(drill, at)),
      ...(await alreadySet(drill)),
    ];
    if (problems.length > 0) throw new Error(problems.join("\n"));
    const { commit, target, lost } = drill.settings;
    const before = drill.need("before");
    const beganAt = new Date();
    drill.found.beganAt = beganAt;
    const run = {
      commit,
      target: target.region,
      lost: lost.name,
      beganAt: beganAt.toISOString(),
      standing: true,
      before,
      made: drill.made.things,
    };
    await drill.need("record").keep(run);
    at.say(`what regions share is deployed as in git, and ${drill.settings.lost.name} does not exist`);
  },
  undo: {
    title: "Delete the backups that were copied in the meantime",
    run: async (drill, at) => {
      const { beganAt } = drill.found;
      if (beganAt) await deleteCopies(drill, { from: beganAt, to: new Date() }, at);
    },
  },
});

/** Earlier drills that have left something, by a name that this one would give again. */
async function unfinished(drill: DrillWith<"aws">): Promise<string[]> {
  const { environment } = drill.settings;
  const records = await RunRecord.all(drill.need("aws")(environment.stateRegion).s3, environment);
  return records.map(
    ({ run }) => `${run} has left something: \`./shop clean-up --aws\` removes it, or says what it is.`,
  );
}

/** Roots that a drill in an account does not make, and that are not as git has them. */
async function differing(drill: DrillWith<"source" | "childEnvironment">, at: At): Promise<string[]> {
  const differ: string[] = [];
  const { signal } = at;
  const roots = [...stateRoots(drill), ...sharedRoots(drill)];
  at.say({ roots: roots.length });
  await inAnyOrder(roots, ({ id }) =>
    tellOf(at, { root: id, doing: "planning", done: "planned" }, async () => {
      const root = terraformRoot(drill, { ...drill.need("source"), id });
      await root.init(signal);
      if (await root.wouldChange(signal, {}, { readOnly: true })) differ.push(id);
    }),
  );
  if (differ.length === 0) return [];
  const log = `The plans are in ${drill.settings.logFolder}.`;
  return [`${differ.join(", ")}: not deployed as in git. ${log} Deploy: ./shop cdktf deploy ${differ.join(" ")}`];
}

/** Roots of the region that is to be lost which hold something already. */
async function standing(drill: DrillWith<"source" | "childEnvironment">, { signal }: At): Promise<string[]> {
  const stand: string[] = [];
  await inAnyOrder(sourceRoots(drill), async ({ id }) => {
    const root = terraformRoot(drill, { ...drill.need("source"), id });
    await root.init(signal);
    drill.initialized.add(id);
    const count = (await root.managed(signal)).length;
    if (count > 0) stand.push(`${id} (${count} resources)`);
  });
  if (stand.length === 0) return [];
  return [
    `${stand.join(", ")}: exists already, and a drill would destroy it. ` +
      "If a drill left it, remove it with `./shop clean-up --aws`; else destroy it, or drill another account.",
  ];
}
