import { once } from "node:events";
import { createInterface } from "node:readline";

/** Asks on the terminal; only the whole word "yes" is one. */
export async function confirm(question: string, signal: AbortSignal): Promise<boolean> {
  const lines = createInterface({ input: process.stdin });
  process.stderr.write(`${question} Only "yes" is one: `);
  try {
    const [answer] = await Promise.race([once(lines, "line", { signal }), once(lines, "close", { signal })]);
    return answer === "yes";
  } finally {
    lines.close();
  }
}
