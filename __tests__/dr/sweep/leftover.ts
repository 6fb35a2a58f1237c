import type { World } from "./world";

/** A real resource that a run could leave behind. */
export interface Leftover {
  readonly type: string;
  make(world: World): Promise<{ readonly id: string; remove(): Promise<unknown> }>;
}
