import { setTimeout as sleep } from "node:timers/promises";

/** Asks until there is an answer: again after half a second, then less and less often, every half minute in the end. */
export async function poll<T>(ask: () => Promise<T | undefined>, signal: AbortSignal): Promise<T> {
  for (let pause = 500; ; pause = Math.min(2 * pause, 30_000)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await sleep(pause, undefined, { signal });
  }
}
