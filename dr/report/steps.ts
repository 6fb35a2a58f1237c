import { basename } from "node:path";
import { criticalPath } from "../../terraform/order";
import type { Drill } from "../drill";
import { logsIn } from "./cause";
import type { Conducted } from "./conducted";
import type { ReportedStep } from "./schema";

/** Every step of a drill, with those that were never begun, and then what was undone. */
export function reportedSteps(drill: Drill, { steps, records, interruptedBy }: Conducted): ReportedStep[] {
  const recorded = records.map(({ error, ...record }): ReportedStep => {
    if (error === undefined) return { ...record, status: "done", ...rootsOf(drill, record.title) };
    const status = interruptedBy !== undefined && record.phase === "run" ? "interrupted" : "failed";
    const logs = logsIn(error).map((log) => `logs/${basename(log)}`);
    return { ...record, status, error, ...(logs.length > 0 ? { logs } : {}), ...rootsOf(drill, record.title) };
  });
  const skipped = steps
    .filter(({ title }) => !records.some((record) => record.phase === "run" && record.title === title))
    .map(({ title }): ReportedStep => ({ title, phase: "run", status: "skipped" }));
  const firstUndo = recorded.findIndex(({ phase }) => phase === "undo");
  return recorded.toSpliced(firstUndo < 0 ? recorded.length : firstUndo, 0, ...skipped);
}

const rootsOf = ({ spans }: Drill, title: string): Pick<ReportedStep, "roots" | "criticalPath"> => {
  const found = spans[title];
  if (!found) return {};
  return {
    roots: found.map(({ id, from, to }) => ({
      root: id,
      startedAt: new Date(from).toISOString(),
      seconds: (to - from) / 1000,
    })),
    criticalPath: criticalPath(found).map(({ id }) => id),
  };
};
