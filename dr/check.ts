import type { Control } from "./controls";

/** What a check found: an empty list of problems passes, anything else fails. */
export interface Verdict {
  /** What was looked at, in figures: "6 instances in 3 zones". */
  readonly seen: string;
  readonly problems: readonly string[];
}

/** What people want to know of what was recovered. */
export const questions = {
  reachable: "Can customers reach it?",
  data: "Is the data there, and backed up?",
  private: "Is it closed to everybody else?",
  identical: "Is it what was lost, and what git says?",
  independent: "Does it do without the lost region?",
  watched: "Is somebody told when it fails?",
} as const;

/** A question that the drill asks of what was recovered. */
export interface Check<View> {
  /** What reports know it by: it never changes, and is never given to another check. */
  readonly id: string;
  /** The promise, as a sentence: "Capacity is in service in every zone". */
  readonly title: string;
  /** What it helps to answer. */
  readonly question: keyof typeof questions;
  /** The controls that it is evidence for. */
  readonly controls: readonly Control[];
  ask(view: View): Promise<Verdict>;
}

/** A check's outcome; what could not be asked is uncertain, never passed. */
export interface Outcome extends Verdict {
  readonly id: string;
  readonly title: string;
  readonly status: "passed" | "failed" | "uncertain";
  /** How long it took to be answered. */
  readonly seconds?: number;
}

/** How long a check is asked again that has not passed: on AWS, some things take a while to become what they will be. */
export interface Patience {
  /** Milliseconds since the epoch. */
  readonly until: number;
  pause(): Promise<unknown>;
}

/** Asks one check until it passes or patience is at its end. */
export async function askPatiently<View>(check: Check<View>, view: View, { until, pause }: Patience): Promise<Outcome> {
  for (;;) {
    const outcome = await ask(check, view);
    if (outcome.status === "passed" || Date.now() >= until) return outcome;
    await pause();
  }
}

/** Asks one check. An error on the way makes it uncertain. */
export async function ask<View>(check: Check<View>, view: View): Promise<Outcome> {
  const { id, title } = check;
  try {
    const verdict = await check.ask(view);
    return { id, title, ...verdict, status: verdict.problems.length === 0 ? "passed" : "failed" };
  } catch (error) {
    return { id, title, status: "uncertain", seen: "", problems: [`could not be asked: ${String(error)}`] };
  }
}
