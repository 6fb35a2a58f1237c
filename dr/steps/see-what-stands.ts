import { everywhere } from "../../regions/location";
import type { Drill } from "../drill";
import { managedIn } from "../make-ephemeral";
import { inOrder } from "../order";
import { terraformRoot } from "../roots";
import type { At, Step } from "../step";
import { stateRoots } from "./bootstrap-states";
import { sharedRoots } from "./stand-up-account";
import { sourceRoots } from "./stand-up-source";

/**
 * Sees that what regions share is deployed as git has it, and that the region to lose does not stand yet; with `--aws`.
 * A drill makes the region, and destroys it: one that stands is somebody's.
 */
export const seeWhatStands: Step = {
  title: "See what stands in the account",
  run: async (drill, at) => {
    const problems = [...(await differing(drill, at)), ...(await standing(drill, at))];
    if (problems.length > 0) throw new Error(problems.join("\n"));
    at.say(
      `${everywhere} tiers, baselines and the standby are as git has them, and ${drill.settings.lost.name} is free`,
    );
  },
};

/** Roots that a drill in an account does not make, and that are not as git has them. */
async function differing(drill: Drill, { signal, say }: At): Promise<string[]> {
  const differ: string[] = [];
  await atOnce([...stateRoots(drill), ...sharedRoots(drill)], async (id) => {
    say(`planning ${id}`);
    const root = terraformRoot(drill, drill.need("source").folder, id);
    await root.init(signal);
    if ((await root.plan(signal)).changes) differ.push(id);
  });
  if (differ.length === 0) return [];
  const log = "The plans are in drill-report/logs.";
  return [`${differ.join(", ")}: not deployed as git has it. ${log} Deploy: npx cdktf deploy ${differ.join(" ")}`];
}

/** Roots of the region that is to be lost which hold something already. */
async function standing(drill: Drill, { signal }: At): Promise<string[]> {
  const stand: string[] = [];
  await atOnce(sourceRoots(drill), async (id) => {
    const root = terraformRoot(drill, drill.need("source").folder, id);
    await root.init(signal);
    const count = managedIn(await root.pullState(signal)).length;
    if (count > 0) stand.push(`${id} (${count} resources)`);
  });
  if (stand.length === 0) return [];
  return [
    `${stand.join(", ")}: there already, and a drill would destroy it. ` +
      "If a drill has left it, remove it with `npm run clean-up -- --aws`; else destroy it, or drill another account.",
  ];
}

const atOnce = (roots: readonly { readonly id: string }[], work: (id: string) => Promise<void>) =>
  inOrder(
    roots.map(({ id }) => ({ id, dependencies: [] })),
    4,
    ({ id }) => work(id),
  );
