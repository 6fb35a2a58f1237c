import type { Step, StepRecord } from "../step";
import type { Origin } from "./origin";

/** How the steps of a drill went. */
export interface Conducted {
  readonly steps: readonly Step[];
  readonly records: readonly StepRecord[];
  /** What interrupted them, in words: "Ctrl-C". */
  readonly interruptedBy?: string;
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
  readonly origin: Origin;
  readonly versions: Readonly<Record<string, string>>;
}

/** The record of the step that was not done, if there is one. */
export const undone = ({ records }: Pick<Conducted, "records">): StepRecord | undefined =>
  records.find(({ phase, error }) => phase === "run" && error !== undefined);

/** Whether nothing was stood up yet: the step that failed is one that only prepares. */
export const couldNotStart = (conducted: Pick<Conducted, "steps" | "records">): boolean =>
  conducted.steps.some(({ title, prepares }) => prepares === true && title === undone(conducted)?.title);
