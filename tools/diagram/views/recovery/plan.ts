import type { Estate, Recovery } from "../../estate/estate";
import type { Canvas } from "../../scene/canvas";

/** What the parts of a recovery's picture share. */
export interface Plan {
  readonly canvas: Canvas;
  readonly estate: Estate;
  readonly recovery: Recovery;
}
