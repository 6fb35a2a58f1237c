import { type Outcome, questions } from "../check";
import { checks } from "../checks/all";
import { courseChecks } from "../customers/checks";
import type { ReportedCheck } from "./schema";

/** Every check there is with its outcome; those that were not asked are skipped. */
export const reportedChecks = (outcomes: readonly Outcome[] = []): ReportedCheck[] =>
  [...checks, ...courseChecks].map(({ id, title, question, controls }) => {
    const asked = outcomes.find((outcome) => outcome.id === id);
    const outcome = asked ?? { status: "skipped" as const, seen: "", problems: [] };
    return { ...outcome, id, title, question: questions[question], controls };
  });
