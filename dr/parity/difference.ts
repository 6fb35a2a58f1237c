import type { Json } from "./json";
import { type Differing, differing } from "./settings";

/** A difference that is meant: it is listed with its reason, and does not fail parity. */
export interface Difference {
  readonly type: string;
  /** The path of the setting; without one, that the resource exists in one of the two only. */
  readonly setting?: string;
  readonly reason: string;
  /** The only values that are meant; without them, any. */
  readonly expected?: { readonly source?: Json; readonly recovered?: Json };
}

/** A difference that was found. */
export interface Found extends Differing {
  readonly type: string;
  readonly name: string;
}

/** What stands for the setting when a resource exists in one of the two only. */
export const existence = "exists";

/** Whether a difference that was found is this one. */
export const means = ({ type, setting = existence, expected }: Difference, found: Found): boolean =>
  type === found.type &&
  setting === found.setting &&
  (expected === undefined ||
    (differing(expected.source, found.source).length === 0 &&
      differing(expected.recovered, found.recovered).length === 0));
