import type { Say } from "../../../terraform/process/news";
import type { Stored } from "./stored";
import type { WorkFolder } from "./work-folder";

/** Where plans are made. */
export interface PlanningWorld {
  readonly work: WorkFolder;
  readonly stored: Stored;
  readonly say: Say;
  readonly signal: AbortSignal;
}
