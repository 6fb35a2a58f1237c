import type { Review, Since } from "../result";
import { severities } from "../rules/rule";
import type { Group } from "./fit";
import { bullet, code, heading, paragraph, strong, text } from "./nodes";
import { ranks } from "./ranks";
import { count, fateCounts, listed } from "./words";

/** What a reviewer must know who reads nothing else. */
export function verdict(review: Review): Group[] {
  const { plans, since, cost } = review;
  const lines = [whatChanges(plans), ...(since ? [sinceWords(since)] : []), ...(cost?.line ? [cost.line] : [])];
  return [
    {
      head: [heading(2, text(`Plan review: ${risksIn(review)}`)), ...lines.map((line) => paragraph(text(line)))],
      parts: [],
    },
    ...failures(review),
  ];
}

/** `1 to replace, 3 to update, in 2 roots. 1 resource was changed outside of Terraform.` */
function whatChanges(plans: Review["plans"]): string {
  const counts = fateCounts(plans.flatMap(({ changes }) => changes.filter(({ noise }) => noise === undefined)));
  const roots = plans.length > 1 ? `, in ${count(plans.length, "root")}` : "";
  const drifted = plans.reduce((sum, { drift }) => sum + drift.length, 0);
  const drift = drifted === 0 ? "" : ` ${count(drifted, "resource")} changed outside of Terraform.`;
  return `${counts === "" ? "Nothing changes that anybody needs to read" : counts}${roots}.${drift}`;
}

/** `2 critical and 1 high risk` */
export function risksIn({ findings, notPlanned }: Review): string {
  const counts = severities.flatMap((severity) => {
    const number = findings.filter((one) => one.severity === severity).length;
    return number === 0 ? [] : [`${number.toLocaleString("en")} ${severity}`];
  });
  const missed = notPlanned.length > 0 ? `, and ${count(notPlanned.length, "root")} not planned` : "";
  return `${counts.length === 0 ? "no risk found" : `${listed(counts)} risk${findings.length === 1 ? "" : "s"}`}${missed}`;
}

/** How it differs from what was planned before. */
function sinceWords({ changes, roots, findings, secretsCompared }: Since): string {
  const risks = [
    ...(findings.added > 0 ? [`${count(findings.added, "risk")} more`] : []),
    ...(findings.gone > 0 ? [`${count(findings.gone, "risk")} fewer`] : []),
  ];
  const parts = [...(changes === null ? rootWords(roots) : changeWords(changes)), ...risks];
  const secrets = secretsCompared ? "" : " Nobody can tell whether secrets are the same.";
  return `Since the last push: ${parts.length === 0 ? "nothing is different" : listed(parts)}.${secrets}`;
}

const rootWords = (roots: readonly string[]): string[] =>
  roots.length === 0 ? [] : [`${listed(roots)} differ${roots.length === 1 ? "s" : ""}`];

function changeWords({ added, changed, gone }: NonNullable<Since["changes"]>): string[] {
  const some = (all: readonly string[]): string =>
    all.length <= 3 ? ` (${all.join(", ")})` : ` (${all.slice(0, 3).join(", ")} and ${all.length - 3} more)`;
  return [
    ...(added.length > 0 ? [`${count(added.length, "change")} more${some(added)}`] : []),
    ...(gone > 0 ? [`${count(gone, "change")} fewer`] : []),
    ...(changed.length > 0 ? [`${count(changed.length, "change")} different${some(changed)}`] : []),
  ];
}

/** What is not as it should be of the plans themselves. */
function failures({ plans, notPlanned, elsewhere }: Review): Group[] {
  const warn = (root: string, words: string) => ({
    ways: [{ rank: ranks.failures, nodes: [bullet(code(root), text(`: ${words}`))] }],
    counts: "warnings",
  });
  const parts = [
    ...notPlanned.map(({ root, why }) => warn(root, `could not be planned. ${why}`)),
    ...plans.flatMap(({ root, state, provisional }) => [
      ...(state === "errored"
        ? [warn(root, "the plan failed on its way: it does not hold all that would change.")]
        : []),
      ...(state === "partial"
        ? [warn(root, "the plan is not complete: what is put off is planned after this apply.")]
        : []),
      ...provisional.map((what) => warn(root, `this plan cannot be applied yet. ${what}`)),
    ]),
    ...elsewhere.map((environment) => warn(environment, "has affected roots that are in no plan of this review.")),
  ];
  return parts.length === 0 ? [] : [{ head: [paragraph(strong("Not all is planned"))], parts }];
}
