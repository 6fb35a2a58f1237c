import type { Called } from "./protocol";

/** One call that reached the gate. */
export interface Call extends Called {
  /** When it arrived, in milliseconds since the epoch. */
  readonly time: number;
  /** The HTTP status of the answer; undefined while the call is under way or when the caller went away. */
  readonly status?: number;
  /** Why it was refused: it needed a region that is off. */
  readonly refused?: Refusal;
  /** What it would have changed or deleted although it must not: it was answered with 403. */
  readonly forbidden?: string;
  /** Why it was turned away as a stranger's. Such a call is told, and never listed: it says nothing of who uses the gate. */
  readonly turnedAway?: string;
}

/** The region that a refused call needed, and how it named that region. */
export interface Refusal {
  readonly region: string;
  readonly because: string;
}

/** Which calls to list: those signed for a region or refused for its sake, and since when. */
export interface CallFilter {
  readonly region?: string;
  readonly since?: number;
}

/** Every call, in the order of arrival. */
export class CallLog {
  readonly #calls: Call[] = [];
  #told: ((call: Call) => void) | undefined;

  /** Tells of each call from now on, when it has been answered. */
  tell(told: (call: Call) => void): void {
    this.#told = told;
  }

  /** Notes a call and gives the function that completes the note. */
  add(called: Called): (outcome: Pick<Call, "status" | "refused" | "forbidden">) => void {
    const at = this.#calls.push({ time: Date.now(), ...called }) - 1;
    return (outcome) => {
      const call = this.#calls[at];
      if (!call) return;
      const answered = { ...call, ...outcome };
      this.#calls[at] = answered;
      this.#told?.(answered);
    };
  }

  /** Tells of a stranger's call. */
  turnAway(called: Called, status: number, turnedAway: string): void {
    this.#told?.({ time: Date.now(), ...called, status, turnedAway });
  }

  /** The calls that a filter lets through. */
  list({ region, since = 0 }: CallFilter = {}): readonly Call[] {
    return this.#calls.filter(
      (call) =>
        call.time >= since && (region === undefined || call.region === region || call.refused?.region === region),
    );
  }
}
