import { lastLines } from "./cause";
import type { Report } from "./schema";

/** What did not go as it should, for people: what it is, what it said last, and the log to open. */
export interface Failing {
  readonly kind: "step" | "check" | "leftover";
  readonly status: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly logs: readonly string[];
}

/** What failed, the first cause first; a failed verification is told by its checks. */
export function failing({ steps, checks, leftovers = [] }: Report): Failing[] {
  const unmet = checks.filter(({ status }) => status === "failed" || status === "uncertain");
  return [
    ...steps
      .filter(({ status }) => status === "failed" || status === "interrupted")
      .filter(({ error, phase }) => phase === "undo" || unmet.length === 0 || !tellsOf(error, unmet))
      .map(({ title, status, error = "", logs = [] }): Failing => {
        return { kind: "step", status, title, lines: lastLines(error), logs };
      }),
    ...unmet.map(
      ({ title, status, problems }): Failing => ({ kind: "check", status, title, lines: problems, logs: [] }),
    ),
    ...leftovers.flatMap(({ region, left, unmarked = [] }) => [
      ...leftover(left, "failed", `Left over in ${region}`),
      ...leftover(unmarked, "uncertain", `Made meanwhile in ${region}, without the run's mark`),
    ]),
  ];
}

function leftover(items: readonly { type: string; id: string }[], status: string, title: string): Failing[] {
  const lines = items.map(({ type, id }) => `${type} ${id}`);
  return lines.length === 0 ? [] : [{ kind: "leftover", status, title, lines, logs: [] }];
}

const tellsOf = (error = "", unmet: Report["checks"]): boolean => unmet.some(({ title }) => error.includes(title));
