import { stackId } from "../../regions/wiring/location";
import { destroyRoot, tearDown } from "../roots";
import { step } from "../step";
import { destroyRecovery, recoveryRoot } from "./recover";
import { sharedRoots } from "./stand-up-account";
import { sourceRoots } from "./stand-up-source";

const title = "Destroy both regions, and what they share";

export const destroyBoth = step({
  title,
  about:
    "Destroys both regions at once, each in the opposite order of how it was built, and what they share as soon as nothing needs it; with `--aws`, that stays.",
  needs: ["aws", "childEnvironment", "source", "recovery", "snapshot"],
  gives: [],
  run: async (drill, at) => {
    const { environment, target } = drill.settings;
    const shared = sharedRoots(drill);
    const source = sourceRoots(drill);
    const needed = new Set(source.flatMap(({ dependencies }) => dependencies));
    const inTarget = stackId(environment.name, target.region, "");
    const recovery = {
      id: recoveryRoot(drill).id,
      dependencies: shared.map(({ id }) => id).filter((id) => needed.has(id) || id.startsWith(inTarget)),
    };
    await tearDown(drill, at, title, [...shared, ...source, recovery], (id) =>
      id === recovery.id ? destroyRecovery(drill, at) : destroyRoot(drill, at, id),
    );
  },
});
