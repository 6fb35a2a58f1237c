import { verify } from "../../../dr/steps/verify";
import type { ForeignAccount } from "./account";
import { type Change, type Fault, isSame, type Kind, type Place } from "./faults";
import type { Listing } from "./listing";
import type { Became } from "./run";

/** One drill or clean-up of which something went wrong, and what it has done to what is somebody's. */
export interface Row {
  readonly where: string;
  readonly what: string;
  /** How it ended, in its own words. */
  readonly ended: string;
  readonly touched: readonly string[];
  readonly left: readonly string[];
}

/** A drill that ends in its verification, so that all that it has made stands. */
const failing: Fault = { kind: "error", in: { title: verify.title, phase: "run" } };
const killed: Fault = { ...failing, kind: "kill" };

/** A drill of which something goes wrong in a step, or in its undoing after the drill has failed; then what cleans up after it. */
export async function faultyDrill(account: ForeignAccount, before: Listing, fault: Fault): Promise<Row> {
  const run = account.newRun();
  const faults = fault.in?.phase === "undo" ? [fault, failing] : [fault];
  const drill = await account.drill(run, faults);
  const where = `${fault.in?.phase === "undo" ? "undo: " : ""}${fault.in?.title}`;
  return { where, what: words(fault, drill), ended: inShort(drill), ...(await afterwards(account, before, run)) };
}

/** A clean-up after a drill that was killed, of which a call goes wrong. */
export async function faultyCleanUp(
  account: ForeignAccount,
  before: Listing,
  [fault, action]: [Fault, string],
): Promise<Row> {
  const run = account.newRun();
  await account.drill(run, [killed]);
  const cleanUp = await account.cleanUp(run, [fault]);
  const row = { where: `clean-up: ${action}`, what: words(fault, cleanUp), ended: inShort(cleanUp) };
  return { ...row, ...(await afterwards(account, before, run)) };
}

/** Undisturbed ones: what a drill changes in which step, one that fails in which undoing, and a clean-up. */
export async function undisturbed(account: ForeignAccount) {
  const [wellRun, failedRun, killedRun] = [account.newRun(), account.newRun(), account.newRun()];
  const well = await account.drill(wellRun);
  const failed = await account.drill(failedRun, [failing]);
  await account.drill(killedRun, [killed]);
  const cleanUp = await account.cleanUp(killedRun);
  return { well, changes: [...well.changes, ...failed.changes], ofCleanUp: cleanUp.changes };
}

const everyKind: readonly Kind[] = ["refusal", "error", "kill"];

/** What may go wrong in a place: where it changes nothing, it makes no difference how it ends. */
export const faultsIn = (place: Place, changes: readonly Change[]): Fault[] =>
  (changes.some((change) => isSame(place, change)) ? everyKind : (["kill"] as const)).map((kind) => ({
    kind,
    in: place,
  }));

/** The first call of each action of a clean-up, with what it calls. */
export const firstCalls = (changes: readonly Change[]): [Fault, string][] =>
  (["refusal", "kill"] as const).flatMap((kind) =>
    changes.flatMap(({ action }, index): [Fault, string][] =>
      changes.findIndex((change) => change.action === action) === index ? [[{ kind, call: index + 1 }, action]] : [],
    ),
  );

/** Cleans up after a run as long as the account remembers it, and compares. */
async function afterwards(account: ForeignAccount, before: Listing, run: string) {
  for (let times = 0; times < 3 && (await account.isRemembered(run)); times++) await account.cleanUp(run);
  return account.since(before);
}

const words = ({ kind }: Fault, { happened }: Became): string =>
  ({
    refusal: happened ? "AWS refuses it (403)" : "nothing: no call was refused",
    error: "an error, once it is done",
    kill: "killed, before the answer to its call or at its end",
  })[kind];

const inShort = ({ errors }: Became): string =>
  errors.length === 0 ? "well" : [...new Set(errors.map((error) => error.split("\n", 1)[0]?.slice(0, 120)))].join("; ");
