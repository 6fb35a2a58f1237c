import { changedIn } from "../estate/changed";
import type { Estate } from "../estate/estate";
import type { Canvas } from "../scene/canvas";
import type { Scene } from "../scene/scene";
import { changesPanel } from "./changes-panel";
import { margin } from "./header";
import { key, type Meaning } from "./key";
import { legend } from "./legend";

/** What is below every picture: what its lines mean, what has changed in its regions, and its numbers. */
export interface Foot {
  readonly estate: Estate;
  readonly meanings: readonly Meaning[];
  /** The regions of the picture; all of them where it says none. */
  readonly regions?: readonly string[];
  readonly y: number;
}

/** Ends a picture with its foot. */
export function withFoot(canvas: Canvas, { estate, meanings, regions, y }: Foot): Scene {
  let end = key(canvas, meanings, { x: margin, y: y + 24, width: canvas.width - 2 * margin });
  if (estate.since !== undefined) {
    const changed = changedIn(estate).filter(({ region }) => regions === undefined || regions.includes(region));
    end = changesPanel(canvas, { changed, since: estate.since, y: end + 20 });
  }
  return canvas.scene(legend(canvas, estate, end + 28) + margin);
}
