import { destroyRoot, tearDown } from "../roots";
import type { Step } from "../step";
import { destroyRecovery, recoveryRoot } from "./recover";
import { globalRoots } from "./stand-up-account";
import { sourceRoots } from "./stand-up-source";

const title = "Destroy both regions, and what they share";

/** Destroys both regions at once, each in the opposite order of how it was built, and the global tiers after them. */
export const destroyBoth: Step = {
  title,
  run: async (drill, at) => {
    const global = globalRoots(drill);
    const recovery = { id: recoveryRoot(drill).id, dependencies: global.map(({ id }) => id) };
    await tearDown(drill, at, title, [...global, ...sourceRoots(drill), recovery], (id) =>
      id === recovery.id ? destroyRecovery(drill, at) : destroyRoot(drill, at, id),
    );
  },
};
