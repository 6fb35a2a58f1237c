import type { RootContent } from "mdast";
import type { Review } from "../result";
import { severities } from "../rules/rule";
import { isTold } from "./beside";
import type { Group } from "./fit";
import { bullet, code, foldEnd, heading, paragraph, sentence, strong, summary, text } from "./nodes";
import { ranks } from "./ranks";
import { sinceWords } from "./since";
import { count, fateCounts, listed } from "./words";

/** What a reviewer must know who reads nothing else. */
export function verdict(review: Review): RootContent[] {
  const { plans, since, costs } = review;
  return [
    heading(2, text(`Plan review: ${risksIn(review)}`)),
    ...(review.synthesized ? [paragraph(strong("Never planned."), text(` ${neverPlanned}`))] : []),
    paragraph(text(whatChanges(plans))),
    ...(since === undefined ? [] : [paragraph(...sinceWords(since))]),
    ...costs.flatMap(({ line, drivers }) => (line === null ? [] : [paragraph(...sentence(line, namesOf(drivers)))])),
  ];
}

const neverPlanned =
  "This compares what is synthesized. What refers to something is not known; nor is what AWS has, and whether a change replaces something.";

/** The addresses at the end of the names of what changes the cost. */
const namesOf = (drivers: Review["costs"][number]["drivers"]): string[] =>
  drivers.map(({ name }) => name.split(" ").at(-1) ?? name);

/** `1 to replace, 3 to update, in 2 roots. 1 resource was changed outside of Terraform.` */
function whatChanges(plans: Review["plans"]): string {
  const counts = fateCounts(plans.flatMap(({ changes }) => changes.filter(({ noise }) => noise === undefined)));
  const roots = plans.length > 1 ? `, in ${count(plans.length, "root")}` : "";
  const drifted = plans.reduce((sum, { drift }) => sum + drift.filter(isTold).length, 0);
  const drift = drifted === 0 ? "" : ` ${count(drifted, "resource")} changed outside of Terraform.`;
  return `${counts === "" ? "Nothing changes that anybody needs to read" : counts}${roots}.${drift}`;
}

/** `2 critical and 1 high risk` */
export function risksIn({ findings, excepted, notPlanned }: Review): string {
  const counts = severities.flatMap((severity) => {
    const number = findings.filter((one) => one.severity === severity).length;
    return number === 0 ? [] : [`${number.toLocaleString("en")} ${severity}`];
  });
  const missed = notPlanned.length > 0 ? `, and ${count(notPlanned.length, "root")} not planned` : "";
  const apart = excepted.length > 0 ? ` (${excepted.length.toLocaleString("en")} excepted)` : "";
  return `${counts.length === 0 ? "no risk found" : `${listed(counts)} risk${findings.length === 1 ? "" : "s"}`}${apart}${missed}`;
}

/** What is not as it should be of the plans themselves. */
export function failures({ plans, notPlanned, elsewhere }: Review): Group[] {
  const warn = (root: string, words: string) => ({
    ways: [{ rank: ranks.failures, nodes: () => [bullet(code(root), text(`: ${words}`))] }],
    counts: "warnings",
  });
  const parts = [
    ...notPlanned.map(({ root, why }) => warn(root, `could not be planned. ${why}`)),
    ...plans.flatMap(({ root, state }) => [
      ...(state === "errored"
        ? [warn(root, "the plan failed on its way: it does not hold all that would change.")]
        : []),
      ...(state === "partial"
        ? [warn(root, "the plan is not complete: what is put off is planned after this apply.")]
        : []),
    ]),
    ...elsewhere.map((environment) => warn(environment, "has affected roots that are in no plan of this review.")),
  ];
  const waiting = plans
    .filter(({ provisional }) => provisional.length > 0)
    .map(({ root, provisional }) =>
      warn(root, `this plan cannot be applied yet. ${provisional.map(({ why }) => why).join(" ")}`),
    );
  const isFolded = waiting.length > mostWaiting;
  const open = isFolded ? parts : [...parts, ...waiting];
  const head = paragraph(strong(parts.length > 0 ? "Not all is planned" : "Not all can be applied yet"));
  return [
    ...(open.length > 0 ? [{ head: [head], parts: open }] : []),
    ...(isFolded
      ? [
          {
            head: [...(open.length > 0 ? [] : [head]), summary(waitingWords(waiting.length))],
            foot: [foldEnd],
            parts: waiting,
          },
        ]
      : []),
  ];
}

/** More plans than these that wait for others are folded: in a first deploy nearly all do. */
const mostWaiting = 3;
const waitingWords = (number: number): string =>
  `${number.toLocaleString("en")} plans cannot be applied yet: what they need comes first, and is not there`;
