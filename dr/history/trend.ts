import { columns } from "../../terraform/process/columns";
import type { Kept } from "../report/kept";
import { duration, measured, when } from "../report/words";

type Run = Omit<Kept, "schemaVersion" | "reduced">;

/** Runs as a table with the newest last, and their recovery times as a line of bars. */
export function trend({ runs, unreadable }: { runs: readonly Run[]; unreadable: readonly string[] }): string {
  const lost = unreadable.map((file) => `${file} cannot be read: it is no report of this version.`);
  if (runs.length === 0) return ["No drill has left a report here. ./shop drill runs one.", ...lost].join("\n");
  const passed = runs.filter(({ verdict }) => verdict === "passed").length;
  const rows = [
    ["began", "verdict", "AWS", "lost → target", "RTO", "RPO", "took"],
    ...runs.map(({ start, verdict, aws, lost, target, ...run }) => [
      when(start),
      verdict,
      aws,
      `${lost} → ${target}`,
      measured(run.rtoSeconds),
      measured(run.rpoSeconds),
      duration(run.durationSeconds),
    ]),
  ];
  const lines = (["local", "account"] as const).flatMap((kind) => {
    const times = runs.filter(({ aws }) => aws === kind).map(({ rtoSeconds }) => rtoSeconds);
    return times.length === 0 ? [] : [`RTO ${kind === "local" ? "on the local AWS" : "on AWS"}  ${bars(times)}`];
  });
  return [columns(rows), "", ...lines, `${passed} of ${runs.length} passed`, ...lost].join("\n");
}

const blocks = [..."▁▂▃▄▅▆▇█"];

/** A bar for each, by the longest; a dot where nothing was measured. */
function bars(times: readonly (number | null)[]): string {
  const longest = Math.max(1, ...times.map((time) => time ?? 0));
  return times
    .map((time) => (time === null ? "·" : blocks[Math.round((time / longest) * (blocks.length - 1))]))
    .join("");
}
