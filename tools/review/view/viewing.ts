import type { Decided } from "../../../terraform/plan/decided";
import type { Conceal } from "../secrets/conceal";

/** What values are shown with. */
export interface Viewing {
  readonly root: string;
  readonly conceal: Conceal;
  /** How the configuration decides a value; undefined where the plan holds no configuration. */
  readonly decided?: Decided;
}
