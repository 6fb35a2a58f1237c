import type { Drill } from "./drill";

/** What a step has while it works. */
export interface At {
  readonly signal: AbortSignal;
  /** Tells the person who watches what is going on. */
  say(line: string): void;
}

/** One step of a drill: what it does, and how it is taken back. */
export interface Step {
  readonly title: string;
  /** Whether it makes nothing that outlives its own failure: when it fails, the drill could not start, and it is not taken back. */
  readonly prepares?: true;
  run(drill: Drill, at: At): Promise<void>;
  /** Takes back what `run` did; called for every step that may have made something, last first, even on failure or Ctrl-C. */
  readonly undo?: { readonly title: string; run(drill: Drill, at: At): Promise<void> };
}

/** How a step, or its undoing, went. */
export interface StepRecord {
  readonly title: string;
  readonly phase: "run" | "undo";
  readonly startedAt: string;
  readonly seconds: number;
  readonly error?: string;
}
