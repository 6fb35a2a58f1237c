import { type Outcome, questions } from "../check";
import { checks } from "../checks/all";
import type { ReportedCheck } from "./schema";

/** Every check there is with its outcome; those that were not asked are skipped. */
export const reportedChecks = (outcomes: readonly Outcome[] = []): ReportedCheck[] =>
  checks.map(({ id, title, question, controls }) => ({
    id,
    title,
    question: questions[question],
    controls,
    ...(outcomes.find((outcome) => outcome.id === id) ?? { status: "skipped", seen: "", problems: [] }),
  }));
