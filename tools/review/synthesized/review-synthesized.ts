import type { Terminal } from "../../../terraform/process/command";
import { projectRoot } from "../../../terraform/project-root";
import { readRoots } from "../../../terraform/synthesized";
import { valuedResources } from "../../../terraform/values/synthesized";
import { synthOf } from "../../affected/base";
import { compare } from "../../affected/compare";
import { Git } from "../../affected/git";
import { partsOf } from "../../affected/parts";
import { currentSynth } from "../../current-synth";
import { findEnvironment } from "../../find-environment";
import { ownExceptions } from "../exceptions/exceptions";
import { mergeReviews } from "../merge";
import { estateChange } from "../planning/estate-at";
import type { Review } from "../result";
import { review } from "../review";
import { asPlan, type SynthesizedSide } from "./as-plan";

/** Reviews what the change of a branch and the working tree synthesizes, of the environment that is named, or of all. */
export async function reviewSynthesizedChange(
  since: string | undefined,
  { args: [name], say, signal }: Pick<Terminal<Review>, "args" | "say" | "signal">,
): Promise<Review> {
  if (name !== undefined) findEnvironment(name);
  const git = new Git(projectRoot, signal);
  const base = await git.since(since);
  say(`compared with ${base.commit.slice(0, 12)} (${base.because}); nothing is planned`);
  return reviewSynthesized(await synthOf(base.commit, signal), await currentSynth(), name);
}

/** Reviews what a change synthesizes, of one environment or of all, without a plan and without credentials. */
export function reviewSynthesized(before: string, after: string, only?: string): Review {
  const touched = compare(before, after);
  const affected = [...new Set(touched.map(({ environment }) => environment))];
  const names = affected.filter((name) => only === undefined || name === only);
  const elsewhere = affected.filter((name) => !names.includes(name));
  if (names.length === 0) return { ...review([], { elsewhere }), synthesized: true };
  const [was, is] = [sidesOf(before, names), sidesOf(after, names)];
  const exceptions = ownExceptions(after, before);
  const reviews = names.map((environment) => {
    const plans = touched
      .filter((root) => root.environment === environment)
      .map((root) => ({ root: root.id, json: asPlan(root, was(root.id), is(root.id)) }));
    return review(plans, { environment, exceptions, estate: estateChange(environment, before, after) });
  });
  return { ...mergeReviews(reviews), elsewhere, synthesized: true };
}

/** The roots of some environments by their names; one that is not there has nothing. */
function sidesOf(out: string, environments: readonly string[]): (id: string) => SynthesizedSide {
  const folders = new Map(readRoots(out).map(({ id, folder }) => [id, folder]));
  const resources = valuedResources(out, environments);
  return (id) => {
    const folder = folders.get(id);
    return {
      parts: folder === undefined ? [] : partsOf(folder).parts,
      resources: resources.filter(({ root }) => root === id),
    };
  };
}
