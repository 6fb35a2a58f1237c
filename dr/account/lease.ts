import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { age, type Moment, now } from "./clock";
import { claim, type Holding, LeaseHeld, release, type Seen } from "./lease-item";

/** How a lease keeps time, all in milliseconds. */
export interface Pace {
  readonly renewedEvery: number;
  /** How long a counter must stand still, by the clock of who watches it, until its holder is taken for dead. */
  readonly staleAfter: number;
  /** After which a call counts as failed, whatever becomes of it. */
  readonly callTimeout: number;
  /** How often a holder's counter is looked at. */
  readonly lookEvery: number;
}

export const usualPace: Pace = { renewedEvery: 60_000, staleAfter: 5 * 60_000, callTimeout: 20_000, lookEvery: 10_000 };

/** Where a lease is, what it is called, and who asks for it. */
export interface LeaseOf {
  readonly dynamodb: DynamoDBClient;
  readonly name: string;
  readonly holder: string;
  readonly pace?: Pace;
}

/** What is done while somebody's counter is watched, and when a lease is lost. */
export interface LeaseEvents {
  readonly signal?: AbortSignal;
  /** Told once, when somebody has it: it may take `staleAfter` to see whether they are alive. */
  say?(line: string): void;
  /** Called once, when it could not be renewed in time: somebody else may have it, and nothing may be changed. */
  onLost(error: LeaseHeld): void;
}

/**
 * Says that somebody works with what drills make in an account: one drill, or one clean-up, on whatever machine.
 *
 * It is an item of a table that nobody else writes to, with a counter that its holder moves every minute. No clock of
 * one machine is compared with that of another: who wants the lease watches the counter, and takes it when that stood still
 * for five minutes. Who holds it gives it up a minute earlier, by a timer that waits for no call.
 */
export class Lease {
  private readonly pace: Pace;
  private readonly timer: NodeJS.Timeout;
  private renewal: Promise<void> | undefined;
  private lost = false;

  private constructor(
    private readonly of: LeaseOf & Pick<LeaseEvents, "onLost">,
    private readonly holding: Holding,
    /** When the last call that moved the counter was sent. */
    private moved: Moment,
  ) {
    this.pace = of.pace ?? usualPace;
    this.timer = setInterval(() => this.look(), this.pace.renewedEvery / 12).unref();
  }

  /** Takes it, from nobody, or from a holder whose counter stands still; throws a LeaseHeld when somebody has it. */
  static async take(of: LeaseOf, { signal, say, onLost }: LeaseEvents): Promise<Lease> {
    const { staleAfter, lookEvery, callTimeout: timeout } = of.pace ?? usualPace;
    const mine = { name: of.name, holder: of.holder, token: randomUUID(), count: 0 };
    let sent = now();
    const first = await claim(of.dynamodb, mine, { timeout });
    const seenAt = now();
    if (first)
      say?.(
        `${of.name} is held by ${first.holder}; looking whether it is at work, which may take ${staleAfter / 60_000} minutes`,
      );
    for (let held = first; first && held; ) {
      if (!isSame(held, first))
        throw new LeaseHeld(`${of.name} is held by ${held.holder}, which is at work. Wait until it has ended.`);
      await sleep(lookEvery, undefined, signal ? { signal } : {});
      const isDead = now().monotonic - seenAt.monotonic >= staleAfter;
      sent = now();
      held = await claim(of.dynamodb, mine, { timeout, instead: isDead ? first : undefined });
    }
    return new Lease({ ...of, onLost }, mine, sent);
  }

  /**
   * Whether it is surely held: nobody who keeps to the rules can have taken it. Where a machine slept, or its clock was
   * set, that is not sure until it is renewed.
   */
  get isSure(): boolean {
    return !this.lost && age(this.moved) < this.pace.staleAfter - this.pace.renewedEvery;
  }

  async giveBack(): Promise<void> {
    clearInterval(this.timer);
    await this.renewal;
    await release(this.of.dynamodb, this.holding, this.pace.callTimeout);
  }

  private look(): void {
    const { renewedEvery, staleAfter } = this.pace;
    const silence = staleAfter - renewedEvery;
    if (now().monotonic - this.moved.monotonic >= silence)
      this.lose(new LeaseHeld(`${this.of.name} could not be renewed for ${silence / 60_000} minutes`));
    else if (age(this.moved) >= renewedEvery && !this.renewal)
      this.renewal = this.renew().finally(() => {
        this.renewal = undefined;
      });
  }

  private async renew(): Promise<void> {
    const sent = now();
    try {
      this.holding.count += 1;
      const held = await claim(this.of.dynamodb, this.holding, { renews: true, timeout: this.pace.callTimeout });
      if (held) this.lose(new LeaseHeld(`${this.holding.name} is held by ${held.holder} by now`));
      else this.moved = sent;
    } catch {
      // A call that fails may be the network's fault; the next one may be in time, and the timer tells when none was.
    }
  }

  private lose(error: LeaseHeld): void {
    if (this.lost) return;
    this.lost = true;
    clearInterval(this.timer);
    this.of.onLost(error);
  }
}

const isSame = (one: Seen, other: Seen): boolean => one.token === other.token && one.count === other.count;
