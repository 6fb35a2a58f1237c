/** How a part of the checks ended: what it counts for in the totals, and what it printed. */
export interface Result {
  readonly passed: number;
  readonly failed: number;
  readonly output: string;
}

/** A part of the checks. It prints by itself, or leaves what it printed in its result. */
export interface Part {
  readonly title: string;
  run(): Promise<Result>;
}
