/** What a check found: an empty list of problems passes, anything else fails. */
export interface Verdict {
  /** What was looked at, in figures: "6 instances in 3 zones". */
  readonly seen: string;
  readonly problems: readonly string[];
}

/** A question that the drill asks of what was recovered. */
export interface Check<View> {
  /** The promise, as a sentence: "Capacity is in service in every zone". */
  readonly title: string;
  ask(view: View): Promise<Verdict>;
}

/** A check's outcome; what could not be asked is uncertain, never passed. */
export interface Outcome extends Verdict {
  readonly title: string;
  readonly status: "passed" | "failed" | "uncertain";
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
  try {
    const verdict = await check.ask(view);
    return { title: check.title, ...verdict, status: verdict.problems.length === 0 ? "passed" : "failed" };
  } catch (error) {
    return { title: check.title, status: "uncertain", seen: "", problems: [`could not be asked: ${String(error)}`] };
  }
}
