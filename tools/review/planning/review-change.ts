import type { Terminal } from "../../../terraform/process/command";
import { projectRoot } from "../../../terraform/project-root";
import { readRoots, type SynthesizedRoot } from "../../../terraform/synthesized";
import { synthOf } from "../../affected/base";
import { compare } from "../../affected/compare";
import { Git } from "../../affected/git";
import { environmentOfCaller } from "../../bootstrap/environment-of-caller";
import { currentSynth } from "../../current-synth";
import { findEnvironment } from "../../find-environment";
import { drawChange } from "../draw-change";
import { ownExceptions } from "../exceptions/exceptions";
import type { NotPlanned, Review } from "../result";
import { review } from "../review";
import { estateOf, reviewRoots } from "./estate";
import { estateChange } from "./estate-at";
import type { Stored } from "./stored";

interface Wanted {
  readonly since?: string;
  readonly askAccessAnalyzer?: boolean;
  /** Where pictures of the change go; without it, nothing is drawn. */
  readonly out?: string;
}

/** Reviews what a change does to an environment: plans the roots that it affects, with the caller's credentials, read-only. */
export async function reviewChange(
  { since, askAccessAnalyzer: ask = false, out: folder }: Wanted,
  { args, signal, say, progress }: Terminal<Review>,
): Promise<Review> {
  if (args[0] !== undefined) findEnvironment(args[0]);
  const git = new Git(projectRoot, signal);
  const base = await git.since(since);
  say(`compared with ${base.commit.slice(0, 12)} (${base.because})`);
  const before = await synthOf(base.commit, signal);
  const out = await currentSynth();
  const touched = compare(before, out);
  const exceptions = ownExceptions(out, before);
  if (touched.length === 0) return review([], { exceptions });
  const environment = await environmentOfCaller(args[0]);
  const here = touched.filter((root) => root.environment === environment.name);
  const elsewhere = touched.filter((root) => !here.includes(root)).map((root) => root.environment);
  const gone = new Set(here.filter(({ is }) => is === "removed").map(({ id }) => id));
  const changed = new Set(here.map(({ id }) => id).filter((id) => !gone.has(id)));
  const estate = await estateOf(environment, out);
  const former = readRoots(before).filter(({ id }) => gone.has(id));
  const notPlanned = await abandoned(former, estate.stored);
  const reviewed = await progress.run(`Plans of ${environment.name}`, (tell) =>
    reviewRoots(estate, changed, {
      signal,
      say: tell,
      ask,
      notPlanned,
      elsewhere: [...new Set(elsewhere)],
      estate: estateChange(environment.name, before, out),
      exceptions,
    }),
  );
  if (folder === undefined) return reviewed;
  const compared = { folder: before, ref: base.commit.slice(0, 12) };
  const pictures = await drawChange({ environment: environment.name, before: compared, after: out, out: folder });
  return { ...reviewed, pictures: [pictures] };
}

/** Roots that the app does not have any more, though what they made is still there. */
async function abandoned(former: readonly SynthesizedRoot[], stored: Stored): Promise<NotPlanned[]> {
  const found = await Promise.all(
    former.map(async ({ id, backend }) => (backend && (await stored(backend)) === "state" ? [id] : [])),
  );
  return found.flat().map((root) => ({
    root,
    why: "It is removed from the app, and what it made stays: nothing plans it any more. Destroy it from the former commit first.",
  }));
}
