import type { Say } from "../terraform/process/news";
import type { DrillWith, Found } from "./drill";

/** What a step has while it works. */
export interface At {
  readonly signal: AbortSignal;
  /** Tells the person who watches what is going on. */
  readonly say: Say;
}

/** One step of a drill: what it does, and how it is taken back. */
export interface Step<Needs extends keyof Found = keyof Found> {
  readonly title: string;
  /** What it does, for people: the runbook has it. */
  readonly about: string;
  /** Whether it makes nothing that outlives its own failure: when it fails, the drill could not start, and it is not taken back. */
  readonly prepares?: true;
  /** What it takes of what earlier steps have found. */
  readonly needs: readonly Needs[];
  /** What it has found when it got to its end. */
  readonly gives: readonly (keyof Found)[];
  run(drill: DrillWith<Needs>, at: At): Promise<void>;
  /** Takes back what `run` did; called for every step that may have made something, last first, even on failure or Ctrl-C. */
  readonly undo?: { readonly title: string; run(drill: DrillWith<Needs>, at: At): Promise<void> };
}

/** Declares a step: it can ask for nothing but what it says that it needs. */
export const step = <const Needs extends keyof Found>(declared: Step<Needs>): Step => declared;

/** How a step, or its undoing, went. */
export interface StepRecord {
  readonly title: string;
  readonly phase: "run" | "undo";
  readonly startedAt: string;
  readonly seconds: number;
  readonly error?: string;
}
