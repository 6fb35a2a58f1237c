/** A moment by both clocks of this machine, in milliseconds: one that nobody can set, and one that goes on while it sleeps. */
export interface Moment {
  readonly monotonic: number;
  readonly wall: number;
}

export const now = (): Moment => ({ monotonic: performance.now(), wall: Date.now() });

/** Milliseconds since a moment, at the least as many as have passed: those of the clock that has gone further. */
export function age(since: Moment): number {
  const { monotonic, wall } = now();
  return Math.max(monotonic - since.monotonic, wall - since.wall);
}
