import type { Path } from "../../../terraform/plan/decided";
import type { ResourceChange } from "../../../terraform/plan/resource-changes";
import { at } from "../read/after";
import {
  finding,
  notKnown,
  type Question,
  type Severity,
  type Surroundings,
  severities,
  type Verdict,
} from "../rules/rule";
import type { Shown } from "../secrets/shown";
import { parsed, policyAfter } from "./document";
import type { New } from "./grants";
import { unsure, widened } from "./widened";
import { wideningText } from "./words";

/** How a rule looks at a policy. */
interface How {
  /** Where the policy is in the resource. */
  readonly path: Path;
  readonly of: Question["of"];
  readonly wayOut: string;
  /** How bad it is that something is allowed that was not; undefined where nobody minds. */
  severityOf(grant: New): Severity | undefined;
  /** What can be told where the comparison of statements finds nothing for certain. */
  otherwise?(before: Shown | undefined, after: Shown | undefined): Verdict | undefined;
}

/** What a policy allows that it did not allow before, or denies no longer: one finding, and what is left open. */
export function judgeWidening(change: ResourceChange, around: Surroundings, how: How): readonly Verdict[] {
  const { path, of, wayOut, severityOf, otherwise } = how;
  const attribute = path.join(".");
  const document = policyAfter(change, path, around);
  if (document.is === "unknown") return [notKnown(attribute, document.by)];
  const before = parsed(at(change.before, path));
  const { allowed, undenied, isUnsure } = widened(before, document.policy);
  const found = allowed.flatMap((grant): [New, Severity][] => {
    const severity = severityOf(grant);
    return severity === undefined ? [] : [[grant, severity]];
  });
  const isFound = found.length + undenied.length > 0;
  const other = isUnsure && !isFound ? otherwise?.(before, document.policy) : undefined;
  if (other) return [other];
  const rest = isUnsure ? [unsure(attribute, of, { before: at(change.before, path), text: document.text })] : [];
  if (!isFound) return rest;
  const all = [...found.map(([, severity]) => severity), ...(undenied.length > 0 ? (["high"] as const) : [])];
  const wider = finding({
    severity: severities.find((one) => all.includes(one)) ?? "low",
    attribute,
    why: wideningText(
      found.map(([grant]) => grant),
      undenied,
    ),
    wayOut,
  });
  return [wider, ...rest];
}
