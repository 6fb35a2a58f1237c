import type { Environment } from "../../../regions/schema/environment";
import { placeInKey, recoveryOf } from "../../../regions/wiring/location";
import { wavesOf } from "../../../terraform/order";
import { callersEnvironment } from "../../../terraform/process/environments";
import type { Say } from "../../../terraform/process/news";
import { readings } from "../../../terraform/readings";
import { readRoots, type SynthesizedRoot } from "../../../terraform/synthesized";
import { toolchain } from "../../../terraform/toolchain";
import { callersS3 } from "../../bootstrap/callers-s3";
import { askAccessAnalyzer } from "../access-analyzer/ask";
import { costOf } from "../cost-of";
import { ownExceptions } from "../exceptions/exceptions";
import type { Review } from "../result";
import { type Beside, questionsOf, review } from "../review";
import { planAffected } from "./plan-affected";
import { type Stored, storedIn } from "./stored";
import { WorkFolder } from "./work-folder";

/** The roots of an environment as they were synthesized, and what there is of their states in the caller's AWS. */
export interface Estate {
  /** Name of the environment. */
  readonly environment: string;
  readonly out: string;
  /** In the order of deploying; without those of recoveries that nobody has made: only the loss of a region does. */
  readonly roots: readonly SynthesizedRoot[];
  readonly stored: Stored;
}

/** What a synthesized app has in an environment. */
export async function estateOf({ name, account }: Environment, out: string): Promise<Estate> {
  const stored = storedIn(callersS3(account));
  const stands = async ({ backend }: SynthesizedRoot) =>
    !backend || !placeInKey(backend.key).tier.startsWith(recoveryOf("")) || (await stored(backend)) === "state";
  const every = readRoots(out);
  const waves = wavesOf(every);
  const all = every
    .filter(({ backend }) => placeInKey(backend?.key ?? "").environment === name)
    .sort((one, other) => (waves.get(one.id) ?? 0) - (waves.get(other.id) ?? 0) || one.id.localeCompare(other.id));
  const standing = await Promise.all(all.map(stands));
  return { environment: name, out, stored, roots: all.filter((_, index) => standing[index]) };
}

/** A folder to run the roots of an estate in, with the caller's credentials. */
export const workIn = ({ out }: Pick<Estate, "out">): WorkFolder =>
  new WorkFolder(out, { terraform: toolchain().terraform, environment: callersEnvironment() });

interface ReviewOptions {
  readonly say: Say;
  readonly signal: AbortSignal;
  /** Whether Access Analyzer is asked what rules leave open. */
  readonly ask?: boolean;
}

/** Plans some roots, and those that read outputs which change by it, and reviews the plans; no plan is kept. */
export async function reviewRoots(
  { environment, roots, out, stored }: Estate,
  wanted: ReadonlySet<string>,
  { say, signal, ask = false, ...beside }: ReviewOptions & Beside,
): Promise<Review> {
  const work = workIn({ out });
  try {
    const { plans, notPlanned } = await planAffected(roots, wanted, { work, stored, say, signal });
    return review(plans, {
      ...beside,
      ...(ask && { answers: await askAccessAnalyzer(questionsOf(plans), { signal }) }),
      environment,
      costs: costOf(plans),
      digestKey: process.env.REVIEW_DIGEST_KEY || undefined,
      notPlanned: [...notPlanned, ...(beside.notPlanned ?? [])],
      readers: readersIn(readRoots(out)),
      exceptions: beside.exceptions ?? ownExceptions(out),
    });
  } finally {
    work.remove();
  }
}

/** Which roots read an output of a root. */
function readersIn(all: readonly SynthesizedRoot[]): NonNullable<Beside["readers"]> {
  const read = [...readings(all)];
  return (root, output) =>
    read.flatMap(([id, its]) => (its.some((one) => one.root === root && one.outputs.includes(output)) ? [id] : []));
}
