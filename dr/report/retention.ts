import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../../terraform/write-whole";
import { pastRuns } from "./history";

/** Days that whole reports are kept: they name who ran a drill, and where. */
export const keepDays = 400;

/** Reduces every report that is older than that to its verdict; nothing else of it stays. */
export function reduceOld(reports: string, now: Date): void {
  const oldest = new Date(now.getTime() - keepDays * 86_400_000).toISOString();
  for (const { folder, ...run } of pastRuns(reports).runs) {
    if (run.start >= oldest) continue;
    const file = join(folder, "report.json");
    const text = `${JSON.stringify(run, null, 2)}\n`;
    if (readFileSync(file, "utf8") !== text) writeWhole(file, text);
    for (const name of readdirSync(folder)) if (name !== "report.json") rmSync(join(folder, name), { recursive: true });
  }
}
