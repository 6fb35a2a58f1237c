import { backupContract } from "../modules/backup/contract";
import { regionPrefix, stackId } from "../regions/wiring/location";
import { ephemeralVariables, makeEphemeral } from "../terraform/make-ephemeral";
import { type Dependent, inOrder, reversed, type Turn } from "../terraform/order";
import { tellOf } from "../terraform/process/progress";
import { waitForJobs } from "./backups/wait-for-jobs";
import type { DrillWith } from "./drill";
import { ownState, recoveryId, stateRoots, terraformRoot } from "./roots";
import type { At } from "./step";
import { destroyRecovery } from "./steps/recover";

/** Works at once: much of destroying is waiting, too. */
const atOnce = 8;

interface Work extends Dependent {
  run(turn: Turn): Promise<void>;
}

/**
 * Destroys every root that stands, each as soon as nothing that stands depends on it: regions, what they share, and at
 * last the buckets of their states. Protections are taken off beside that, before a root's turn has come.
 */
export async function tearDown(
  drill: DrillWith<"aws" | "source" | "childEnvironment">,
  at: At,
  title: string,
): Promise<void> {
  const { roots, folder } = drill.need("source");
  const recovery = recoveryId(drill.settings);
  const { environment, lost } = drill.settings;
  const backups = stackId(environment.name, lost.name, backupContract.name);
  const states = stateRoots(drill).map(({ id }) => id);
  const standing = reversed(roots.filter(({ id }) => drill.standing.has(id)));
  at.say({ roots: standing.length });
  const works = standing.flatMap(({ id, dependencies }): Work[] => {
    if (id === recovery) return [{ id, dependencies, run: (turn) => destroyRecovery(drill, at, turn) }];
    const rootFor = (turn: Turn) => terraformRoot(drill, { folder, id }, turn);
    const destroyed = (destroy: (turn: Turn) => Promise<void>) => (turn: Turn) =>
      tellOf(at, { root: id, doing: "destroying", done: "destroyed" }, async () => {
        await destroy(turn);
        drill.standing.delete(id);
      });
    if (states.includes(id)) {
      const run = destroyed((turn) => ownState(drill, rootFor(turn)).unmake(at.signal));
      return [{ id, dependencies, run }];
    }
    const variables = ephemeralVariables(rootFor({ niceness: 0 }));
    const run = destroyed(async (turn) => {
      if (id === backups)
        await waitForJobs(drill.need("aws")(lost.name), regionPrefix(environment.name, lost.name), at);
      await rootFor(turn).destroy(at.signal, variables);
    });
    if (Object.keys(variables).length === 0) return [{ id, dependencies, run }];
    const unprotected = `${id}, unprotected`;
    const unprotect = (turn: Turn) => makeEphemeral(rootFor(turn), at.signal, variables);
    return [
      { id: unprotected, dependencies: [], run: unprotect },
      { id, dependencies: [...dependencies, unprotected], run },
    ];
  });
  drill.spans[title] = await inOrder(works, atOnce, ({ run }, turn) => run(turn));
}
