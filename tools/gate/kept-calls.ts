import { readFileSync } from "node:fs";
import { z } from "zod";
import { writeWhole } from "../../terraform/write-whole";
import type { Call } from "./call-log";

const keptCall = z.object({
  by: z.object({ command: z.string(), root: z.string() }).optional(),
  region: z.string().optional(),
  service: z.string(),
  action: z.string(),
  bucket: z.string().optional(),
  parameters: z.record(z.string(), z.string()).optional(),
  count: z.int(),
});

/** Calls that ask for the same, as a file keeps them, and how many there were. */
export type KeptCall = Readonly<z.infer<typeof keptCall>>;

/** Calls that ask for the same become one, sorted. Those that the gate refused are left out. */
export function keptCalls(calls: readonly Call[]): KeptCall[] {
  const counts = new Map<string, number>();
  for (const { by, region, service, action, bucket, parameters, refused, forbidden } of calls) {
    if (refused || forbidden) continue;
    const key = JSON.stringify({ by, region, service, action, bucket, parameters });
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, count]) => ({ ...JSON.parse(key), count }));
}

/** Writes calls, a line for each. */
export const writeCalls = (file: string, calls: readonly Call[]): void =>
  writeWhole(
    file,
    `${keptCalls(calls)
      .map((call) => JSON.stringify(call))
      .join("\n")}\n`,
  );

/** Reads what was written of calls. Throws where a line is none. */
export const readCalls = (file: string): KeptCall[] =>
  readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => keptCall.parse(JSON.parse(line)));
