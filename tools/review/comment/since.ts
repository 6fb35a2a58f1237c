import type { PhrasingContent } from "mdast";
import type { Since } from "../result";
import { sentence, text } from "./nodes";
import { count, listed } from "./words";

/** How many names a sentence has. */
const mostNames = 20;

/** How it differs from what was planned before. */
export function sinceWords(since: Since | null): PhrasingContent[] {
  if (since === null)
    return [text("Since the last push: nobody knows what is different; the earlier review cannot be read.")];
  const { changes, roots, findings, secrets } = since;
  const risks = [
    ...(findings && findings.added > 0 ? [`${count(findings.added, "risk")} more`] : []),
    ...(findings && findings.gone > 0 ? [`${count(findings.gone, "risk")} fewer`] : []),
  ];
  const parts = [...(changes === null ? rootWords(roots) : changeWords(changes)), ...risks];
  if (secrets === "different") parts.push("another secret");
  // What is not a change of a resource, such as an output.
  const other =
    roots.length === 0
      ? "nothing is different"
      : `nothing but outputs, checks or drift is different, in ${someOf(roots)}`;
  const unsure = secrets === "not known" ? " Nobody knows whether the secrets are the same." : "";
  const words = `Since the last push: ${parts.length === 0 ? other : listed(parts)}.${unsure}`;
  return sentence(words, [...(changes?.added ?? []), ...(changes?.changed ?? []), ...roots].slice(0, mostNames));
}

const rootWords = (roots: readonly string[]): string[] =>
  roots.length === 0 ? [] : [`${count(roots.length, "root")} different (${someOf(roots)})`];

const someOf = (all: readonly string[]): string =>
  all.length <= 3 ? all.join(", ") : `${all.slice(0, 3).join(", ")} and ${all.length - 3} more`;

function changeWords({ added, changed, gone }: NonNullable<Since["changes"]>): string[] {
  return [
    ...(added.length > 0 ? [`${count(added.length, "change")} more (${someOf(added)})`] : []),
    ...(gone > 0 ? [`${count(gone, "change")} fewer`] : []),
    ...(changed.length > 0 ? [`${count(changed.length, "change")} different (${someOf(changed)})`] : []),
  ];
}
