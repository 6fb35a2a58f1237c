import { setTimeout as sleep } from "node:timers/promises";
import { Lease, LeaseHeld, staleAfter } from "../account/lease";
import type { Step } from "../step";
import { leaseOf, takeLease } from "../steps/take-lease";

/** Takes what drills make in the account, as soon as a drill that was just killed has lost it. */
export const waitForLease: Step = {
  ...takeLease,
  run: async (drill, { signal, say }) => {
    const deadline = Date.now() + staleAfter + 30_000;
    for (;;) {
      try {
        drill.found.lease = await Lease.take(...leaseOf(drill));
        return;
      } catch (error) {
        if (!(error instanceof LeaseHeld) || Date.now() > deadline) throw error;
        say(error.message);
        await sleep(10_000, undefined, { signal });
      }
    }
  },
};
