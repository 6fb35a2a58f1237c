import type { Drill } from "../drill";
import { calledThing } from "../made";
import { verify } from "../steps/verify";
import { causeOf } from "./cause";
import { type Conducted, couldNotStart, undone } from "./conducted";
import type { Report, Verdict } from "./schema";
import { count, duration } from "./words";

/** What a verdict is made from. */
export interface Evidence extends Conducted {
  readonly drill: Drill;
  readonly checks: Report["checks"];
  readonly figures: Report["figures"];
}

/** The verdict, and the one sentence about it: what happened, before or after what. */
interface Judged {
  readonly verdict: Verdict;
  readonly sentence: string;
}

type Rule = (evidence: Evidence) => Judged | undefined;

/** Judges a drill by the first of the rules that says something, and says what is left. */
export function judge(evidence: Evidence): Judged {
  const rules = [
    interrupted,
    notStarted,
    failedStep,
    failedChecks,
    leftOver,
    notUndone,
    notAsked,
    notMeasured,
    unmarked,
    missed,
  ];
  for (const rule of rules) {
    const judged = rule(evidence);
    if (judged) return { ...judged, sentence: `${judged.sentence} ${whatIsLeft(evidence)}` };
  }
  return passed(evidence);
}

const interrupted: Rule = (evidence) =>
  evidence.interruptedBy === undefined
    ? undefined
    : {
        verdict: "interrupted",
        sentence: `Interrupted (${evidence.interruptedBy}) ${placeOf(evidence)}, ${momentOf(evidence.drill)}.`,
      };

const notStarted: Rule = (evidence) =>
  couldNotStart(evidence)
    ? { verdict: "uncertain", sentence: `The drill could not start: ${causeOf(undone(evidence)?.error)}` }
    : undefined;

const failedStep: Rule = (evidence) => {
  const step = undone(evidence);
  if (!step || (step.title === verify.title && evidence.checks.some(({ status }) => status !== "skipped"))) return;
  return {
    verdict: "failed",
    sentence: `Failed ${placeOf(evidence)} (${step.title}), ${momentOf(evidence.drill)}: ${causeOf(step.error)}`,
  };
};

const failedChecks: Rule = (evidence) => {
  const failed = evidence.checks.filter(({ status }) => status === "failed");
  const [first, ...others] = failed.map(({ title }) => `“${title}”`);
  if (first === undefined) return;
  const more = others.length > 0 ? ` and ${others.length} more` : "";
  const { lost, target } = evidence.drill.settings;
  const of = `${failed.length} of ${evidence.checks.length} checks failed`;
  return { verdict: "failed", sentence: `${lost.name} was rebuilt in ${target.region}, but ${of}: ${first}${more}.` };
};

const leftOver: Rule = ({ drill }) => {
  const left = leftCount(drill);
  if (left === undefined || left === 0) return;
  return { verdict: "failed", sentence: `${rebuilt(drill)}, but not all of it was removed.` };
};

const notUndone: Rule = ({ drill, records }) => {
  const failed = records.find(({ error }) => error !== undefined);
  if (!failed) return;
  return { verdict: "failed", sentence: `${rebuilt(drill)}, but “${failed.title}” failed: ${causeOf(failed.error)}` };
};

const notAsked: Rule = ({ drill, checks }) => {
  const unanswered = checks.filter(({ status }) => status !== "passed");
  const [first] = unanswered;
  if (!first) return;
  const of = `${unanswered.length} of ${checks.length} checks could not be answered`;
  return { verdict: "uncertain", sentence: `${rebuilt(drill)}, but ${of}: “${first.title}”.` };
};

const notMeasured: Rule = ({ drill }) => {
  if (drill.found.verifiedAt === undefined)
    return { verdict: "uncertain", sentence: `${rebuilt(drill)}, but not verified.` };
  if (drill.found.leftovers === undefined)
    return { verdict: "uncertain", sentence: `${rebuilt(drill)}, but not swept for leftovers.` };
  return;
};

/** Where others work too, something that carries no mark of the run may be theirs, or left by AWS: nobody knows. */
const unmarked: Rule = ({ drill }) => {
  const found = drill.found.leftovers?.flatMap(({ unmarked = [] }) => unmarked) ?? [];
  if (found.length === 0) return;
  const made = count(found.length, "resource was", "resources were");
  return { verdict: "uncertain", sentence: `${rebuilt(drill)}, but ${made} made meanwhile without the run's mark.` };
};

/** A figure of the local AWS is not one of AWS: that it is missed there proves nothing, nor that it is met. */
const missed: Rule = ({ drill, figures }) => {
  const [name] = Object.entries(figures).find(([, { outcome }]) => outcome === "missed") ?? [];
  if (name !== "rto" && name !== "rpo") return;
  const { objectiveMinutes } = figures[name];
  return {
    verdict: drill.settings.where.kind === "account" ? "failed" : "uncertain",
    sentence: `${rebuilt(drill)} and every check passed, but the ${name.toUpperCase()} misses its objective of ${objectiveMinutes} minutes.`,
  };
};

function passed(evidence: Evidence): Judged {
  const { drill, checks, figures } = evidence;
  const took = figures.rto.seconds === null ? "" : ` in ${duration(figures.rto.seconds)}`;
  const where = drill.settings.where.kind === "account" ? "on AWS" : "on the local AWS";
  const all = checks.length === 1 ? "its check passed" : `all ${checks.length} checks passed`;
  return { verdict: "passed", sentence: `${rebuilt(drill)}${took} ${where}: ${all}, and nothing is left over.` };
}

const rebuilt = ({ settings }: Drill): string =>
  `${settings.lost.name} was lost and rebuilt in ${settings.target.region}`;

/** "in step 8 of 16". */
const placeOf = ({ steps, records }: Conducted): string => {
  const step = undone({ records });
  const number = steps.findIndex(({ title }) => title === step?.title) + 1;
  return number > 0 ? `in step ${number} of ${steps.length}` : `after the last of ${steps.length} steps`;
};

/** Before or after what: what was lost, rebuilt and verified by then. */
function momentOf({ found, settings }: Drill): string {
  const { lost, target } = settings;
  if (found.lostAt === undefined) return `before ${lost.name} was lost`;
  if (found.verifiedAt !== undefined) return `after ${lost.name} was rebuilt in ${target.region} and verified`;
  if (found.recoveryPlan === undefined)
    return `after ${lost.name} was lost and before it was rebuilt in ${target.region}`;
  return `after ${lost.name} was rebuilt in ${target.region} and before that was verified`;
}

const leftCount = ({ found }: Drill): number | undefined =>
  found.leftovers?.reduce((sum, { left }) => sum + left.length, 0);

function whatIsLeft({ drill }: Evidence): string {
  const { standing, made, settings, found } = drill;
  const things = [...standing.keys(), ...made.things.map(calledThing)];
  const left = leftCount(drill);
  if (left !== undefined)
    return left === 0 ? "Nothing is left over." : `${count(left, "resource is", "resources are")} left over.`;
  if (settings.where.kind === "own") return "Nothing is left over: the local AWS is gone with all that was in it.";
  if (things.length === 0 && found.sourceBefore === undefined) return "Nothing was made.";
  const command = settings.where.kind === "account" ? "./shop clean-up --aws" : "./shop clean-up";
  return things.length === 0
    ? "Whether anything is left over was not looked at."
    : `${things.join(", ")} may be left: ${command} removes it.`;
}
