import type { Judged } from "../judge";
import { finding } from "../rules/rule";
import { type Answers, keyOf } from "./ask";

/** What a rule left open, with what AWS says of it: a plain no is well, and what it could not tell stays open. */
export function answered(judged: Judged, answers: Answers): Judged[] {
  const { verdict } = judged;
  const answer = verdict.is === "not known" && verdict.question && answers.get(keyOf(verdict.question));
  if (!answer || verdict.is !== "not known") return [judged];
  if (answer.is === "nothing new") return [];
  if (answer.is === "no answer")
    return [{ ...judged, verdict: { ...verdict, by: [...verdict.by, `Access Analyzer: ${answer.why}`] } }];
  const its = finding({
    severity: "medium",
    attribute: verdict.attribute,
    why: `Access Analyzer says that it allows more than before.${answer.why === "" ? "" : ` ${answer.why}`}`,
    wayOut: "Allow only what is used, on the resources that it is used on, under the conditions that always hold.",
  });
  return its.is === "finding" ? [{ ...judged, verdict: its }] : [judged];
}
