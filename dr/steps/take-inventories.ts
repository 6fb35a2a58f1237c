import type { Managed } from "../../terraform/state";
import type { DrillWith } from "../drill";
import { withoutHeld } from "../inventory/held";
import { added } from "../inventory/take";
import { storedState } from "../lookup/stored-state";
import { sourceRoots, terraformRoot } from "../roots";
import { step } from "../step";
import { everythingIn } from "./stand-up-source";

export const takeInventories = step({
  title: "Take the inventory",
  about:
    "Asks AWS what the source region contains while it still answers, reads Terraform's states, and asks what the target contains before the recovery.",
  needs: ["aws", "childEnvironment", "source", "sourceBefore"],
  gives: ["sourceItems", "sourceStates", "targetBefore"],
  run: async (drill, { say }) => {
    const { lost, target } = drill.settings;
    const [found, states] = await Promise.all([everythingIn(drill, lost.name), statesOf(drill)]);
    const own = sourceRoots(drill).map(({ id }) => id);
    const shared = states.filter(({ id }) => !own.includes(id));
    const sourceItems = withoutHeld(added(drill.need("sourceBefore"), found), shared);
    const sourceStates = states
      .filter(({ id, region }) => own.includes(id) && region === lost.name)
      .flatMap(({ managed }) => managed);
    Object.assign(drill.found, { sourceItems, sourceStates });
    drill.found.targetBefore = await everythingIn(drill, target.region);
    say(`${sourceItems.length} resources in ${lost.name}, ${sourceStates.length} in Terraform's states`);
  },
});

/** What the states of all that the drill has stood up manage. */
function statesOf(drill: DrillWith<"aws" | "childEnvironment" | "source">) {
  const states = [...drill.standing.keys()].map(
    async (id): Promise<{ readonly id: string; readonly region: string; readonly managed: readonly Managed[] }> => {
      const { backend, region } = terraformRoot(drill, { ...drill.need("source"), id });
      return { id, region, managed: await storedState(drill.need("aws")(backend.region), backend) };
    },
  );
  return Promise.all(states);
}
