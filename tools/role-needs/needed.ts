import type { KeptCall } from "../gate/kept-calls";
import { askedBy, askedFor } from "./asked";
import { type Need, said } from "./need";
import { sdkOperations } from "./sdk-calls";
import { looksOnly, madeBy, type Worker, workers } from "./workflow";

/** A need, and who has it. */
export interface Needed extends Need {
  readonly by: readonly Worker[];
}

/** What is drilled and cleaned up with, but for Terraform: where calls to AWS are written. */
export const drillsCode = ["dr", "terraform"];

/** Alternatives of tiers that no region owns: a drill finds them, and makes none. */
const ofSharedTiers: readonly string[] = [
  "backup:DeleteBackupVaultLockConfiguration",
  "backup:PutBackupVaultLockConfiguration",
];

/** The calls that needs are read from. */
export interface Logs {
  /** Of a whole drill: live roots, those of a region's recovery, and the account's. */
  readonly drill: readonly KeptCall[];
  /** Of applies, plans and destroys of alternatives, all tiers in one root. */
  readonly alternatives: readonly KeptCall[];
}

/** Who needs which action, by what was called. */
export async function neededBy({ drill, alternatives }: Logs): Promise<Needed[]> {
  const found = new Map<string, { need: Need; by: Set<Worker> }>();
  const add = (needs: readonly Need[], ...by: Worker[]): void => {
    for (const need of needs) {
      const one = found.get(said(need)) ?? { need, by: new Set() };
      for (const worker of by) one.by.add(worker);
      found.set(said(need), one);
    }
  };
  for (const worker of workers) add(await askedBy(drill.filter((call) => madeBy(call).includes(worker))), worker);
  add(await askedFor(sdkOperations(drillsCode)), "drill");

  const ofTerraform = alternatives.filter(({ by }) => by !== undefined);
  const isPeoples = madeByPeopleAlone(drill);
  add(await askedBy(ofTerraform.filter(looksOnly)), "plan", "drill");
  add(await askedBy(ofTerraform.filter(isPeoples)), "people");
  for (const need of await askedBy(ofTerraform.filter((call) => !isPeoples(call))))
    if (!found.get(said(need))?.by.has("apply"))
      add([need], "apply", ...(ofSharedTiers.includes(need.action) ? [] : (["drill"] as const)));
  return [...found.values()]
    .map(({ need, by }) => ({ ...need, by: workers.filter((worker) => by.has(worker)) }))
    .sort((one, other) => (said(one) < said(other) ? -1 : 1));
}

/** Tells calls to IAM that people alone make, by what was called. In a root that has all tiers, nobody else can. */
function madeByPeopleAlone(calls: readonly KeptCall[]): (call: KeptCall) => boolean {
  const makers = new Map<string, Set<Worker>>();
  for (const call of calls) makers.set(called(call), new Set([...(makers.get(called(call)) ?? []), ...madeBy(call)]));
  return (call) => {
    const by = makers.get(called(call));
    return call.service === "iam" && by?.has("people") === true && !by.has("apply");
  };
}

const called = ({ service, action }: KeptCall): string => `${service} ${action}`;
