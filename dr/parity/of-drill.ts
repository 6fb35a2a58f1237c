import { regionPrefix } from "../../regions/wiring/location";
import { decidedIn } from "../../terraform/plan/decided";
import { shownState } from "../../terraform/shown-state";
import type { Drill, DrillWith } from "../drill";
import type { Item } from "../inventory/item";
import { added } from "../inventory/take";
import { zoneNames } from "../recovered";
import { liveRoots } from "../roots";
import { everythingIn } from "../steps/stand-up-source";
import { compareInventories, type ParityResult } from "./compare";
import { compareStates } from "./compare-states";
import { declared, declaredInStates, declaredVariables } from "./declared";
import type { Place } from "./place";
import { declaredOfReserved } from "./reserved";
import { counted, type StateParity, stateParity } from "./state-parity";

/** Takes the inventory of the recovered region, and compares it with what the source held before it was lost. */
export async function compareWithSource(
  drill: DrillWith<"aws" | "sourceItems" | "targetBefore">,
): Promise<ParityResult> {
  const recoveredItems = added(drill.need("targetBefore"), await everythingIn(drill, drill.settings.target.region));
  const places = placesOf(drill);
  const source = { items: drill.need("sourceItems").filter(isNoBackup), place: places.source };
  const recovered = { items: recoveredItems.filter(isNoBackup), place: places.recovered };
  const { environment, target } = drill.settings;
  const meant = [...declared, ...declaredOfReserved(environment, target)];
  const parity = compareInventories(source, recovered, meant);
  Object.assign(drill.found, { recoveredItems, parity });
  return parity;
}

/** What AWS Backup makes by its schedule, which may run between two looks, says nothing about how a region is made. */
const isNoBackup = ({ type, id }: Item): boolean => type !== "recovery point" && !id.includes(":awsbackup:");

/** Compares the state of the recovery, as Terraform shows it, with what those of the source said before it was lost. */
export function compareStatesWithSource(
  drill: DrillWith<"source" | "sourceStates" | "recoveryPlan">,
  shown: unknown,
): StateParity {
  const places = placesOf(drill);
  const decided = decidedIn(drill.need("recoveryPlan"));
  const { environment, target } = drill.settings;
  const { managed, data, isSecret } = shownState(shown);
  const source = { objects: drill.need("sourceStates"), place: places.source };
  const compared = compareStates(source, { objects: managed, place: places.recovered }, decided);
  const how = {
    decided,
    declared: [...declaredInStates, ...declaredOfReserved(environment, target)],
    variables: declaredVariables,
    isSecret,
  };
  const { notCompared, ...parity } = stateParity(compared, how);
  const shared = liveRoots(drill, (_, { scope }) => scope !== "region").map(({ id }) => id);
  drill.found.stateParity = {
    ...parity,
    notCompared: [
      ...notCompared,
      counted("data sources, which make nothing; what they read is compared where a resource has it", data),
      counted("roots that regions share, which a recovery does not make", shared),
    ],
  };
  return drill.found.stateParity;
}

function placesOf({ settings }: Pick<Drill, "settings">): { readonly source: Place; readonly recovered: Place } {
  const { run, environment, lost, target } = settings;
  const { account } = environment;
  return {
    source: {
      region: lost.name,
      namePrefix: regionPrefix(environment.name, lost.name),
      cidr: lost.network.cidr,
      zones: zoneNames(lost),
      account,
      run,
    },
    recovered: {
      region: target.region,
      namePrefix: run,
      cidr: target.cidr,
      zones: zoneNames({ ...lost, name: target.region }, target.zones),
      account,
      run,
    },
  };
}
