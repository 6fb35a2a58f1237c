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
export const drillsCode = ["dr", "terraform", "tools/database", "tools/fence", "tools/limits"];

/** What reviews plans, but for Terraform. */
export const reviewsCode = ["tools/review"];

/** Alternatives of tiers that no region owns: a drill finds them, and makes none. */
const ofSharedTiers: readonly string[] = [
  "backup:DeleteBackupVaultLockConfiguration",
  "backup:PutBackupVaultLockConfiguration",
];

/** Firewalls: what regions share has one in every composition, and so an apply is known to make it; a region has one in some. */
const isOfRegionsToo = ({ action }: Need): boolean => action.startsWith("wafv2:");

/** The calls that needs are read from. */
export interface Logs {
  /** Of a whole drill: live roots, those of a region's recovery, and the account's. */
  readonly drill: readonly KeptCall[];
  /** Of applies, plans and destroys of alternatives, all tiers in one root. */
  readonly alternatives: readonly KeptCall[];
}

/** Who needs which action, by what was called. */
export async function neededBy({ drill, alternatives }: Logs): Promise<Needed[]> {
  const found = new Found();
  for (const worker of workers) found.add(await askedBy(drill.filter((call) => madeBy(call).includes(worker))), worker);
  found.add(await askedFor(sdkOperations(drillsCode)), "drill");
  found.add(await askedFor(sdkOperations(reviewsCode)), "plan");

  const ofTerraform = alternatives.filter(({ by }) => by !== undefined);
  const isPeoples = madeByPeopleAlone(drill);
  found.add(await askedBy(ofTerraform.filter(looksOnly)), "plan", "drill");
  found.add(await askedBy(ofTerraform.filter(isPeoples)), "people");
  for (const need of await askedBy(ofTerraform.filter((call) => !isPeoples(call))))
    if (!found.has(need, "apply") || isOfRegionsToo(need))
      found.add([need], "apply", ...(ofSharedTiers.includes(need.action) ? [] : (["drill"] as const)));
  return found.all();
}

/**
 * What is known, what else alternatives called, and what else the code of a drill or of a review can ask for.
 *
 * Only the calls of a drill tell what of alternatives' a drill needs, too.
 */
export async function alsoNeededBy(known: readonly Needed[], alternatives: readonly KeptCall[]): Promise<Needed[]> {
  const found = new Found(known);
  found.add(await askedFor(sdkOperations(drillsCode)), "drill");
  found.add(await askedFor(sdkOperations(reviewsCode)), "plan");
  const ofTerraform = alternatives.filter(({ by }) => by !== undefined);
  found.add(await askedBy(ofTerraform.filter(looksOnly)), "plan", "drill");
  for (const need of await askedBy(ofTerraform)) if (!found.has(need, "people")) found.add([need], "apply");
  return found.all();
}

/** Needs, each with those that have it. */
class Found {
  readonly #needs = new Map<string, { readonly need: Need; readonly by: Set<Worker> }>();

  constructor(known: readonly Needed[] = []) {
    for (const { by, ...need } of known) this.add([need], ...by);
  }

  add(needs: readonly Need[], ...by: Worker[]): void {
    for (const need of needs) {
      const one = this.#needs.get(said(need)) ?? { need, by: new Set() };
      for (const worker of by) one.by.add(worker);
      this.#needs.set(said(need), one);
    }
  }

  has(need: Need, worker: Worker): boolean {
    return this.#needs.get(said(need))?.by.has(worker) ?? false;
  }

  all(): Needed[] {
    return [...this.#needs]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, { need, by }]) => ({ ...need, by: workers.filter((worker) => by.has(worker)) }));
  }
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
