import { once } from "node:events";
import { createInterface } from "node:readline";

/** Asks on the terminal whether something may be done; only the whole word "yes" lets it. */
export async function confirm(what: string, signal: AbortSignal): Promise<boolean> {
  const lines = createInterface({ input: process.stdin });
  process.stderr.write(`Type "yes" to ${what}: `);
  try {
    const [answer] = await Promise.race([once(lines, "line", { signal }), once(lines, "close", { signal })]);
    return answer === "yes";
  } finally {
    lines.close();
  }
}
