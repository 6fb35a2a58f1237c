import { once } from "node:events";
import { createInterface } from "node:readline";
import { undisturbed } from "./live";

/** Asks on the terminal whether something may be done; only the whole word "yes" lets it. */
export const confirm = (what: string, signal: AbortSignal): Promise<boolean> =>
  undisturbed(async () => {
    process.stderr.write(`${what.charAt(0).toUpperCase()}${what.slice(1)}? Type "yes" to continue: `);
    const answer = await nextLine(signal);
    if (answer?.toLowerCase() !== "y") return answer === "yes";
    process.stderr.write('It takes the whole word. Type "yes" to continue: ');
    return (await nextLine(signal)) === "yes";
  });

/** The next line of standard input; undefined when that is closed. */
export async function nextLine(signal: AbortSignal): Promise<string | undefined> {
  const lines = createInterface({ input: process.stdin });
  try {
    const [line] = await Promise.race([once(lines, "line", { signal }), once(lines, "close", { signal })]);
    return line;
  } finally {
    lines.close();
  }
}
