import type { ReviewException } from "../../../regions/schema/review-exceptions-schema";
import { literally } from "../../../terraform/literally";
import type { ExceptedFinding, ExceptionView, Finding } from "../result";
import { dayOf, type Exceptions } from "./exceptions";
import { exceptionRules } from "./rules";

/** Findings with what exceptions make of them. */
export interface Excepted {
  readonly findings: readonly Finding[];
  readonly excepted: readonly ExceptedFinding[];
  readonly exceptions: readonly ExceptionView[];
}

/** An exception as it is judged by. */
interface Judged {
  readonly one: ReviewException;
  /** The last day on which it works; undefined where it does not yet. */
  readonly until: string | undefined;
  covers(finding: Finding): boolean;
}

/** Sets findings apart that an exception is made from; adds what there is to say of the exceptions themselves. */
export function except(findings: readonly Finding[], given: Exceptions | undefined): Excepted {
  if (!given) return { findings, excepted: [], exceptions: [] };
  const { file, all, now } = given;
  const today = dayOf(now);
  const judged = all.map((one): Judged => ({ one, until: untilOf(one, given), covers: coveredBy(one) }));
  const working = judged.filter(({ until = "" }) => until >= today);
  const used = new Set<Judged>();
  const left: Finding[] = [];
  const excepted: ExceptedFinding[] = [];
  for (const finding of findings) {
    const its = working.find(({ covers }) => covers(finding));
    if (!its) {
      left.push(finding);
      continue;
    }
    used.add(its);
    const { reason, owner } = its.one;
    excepted.push({ ...finding, exception: { reason, owner, until: its.until ?? "" } });
  }
  const about = judged.flatMap(({ one, until }): Finding[] => {
    if (one.until < today) return [expired(one, file)];
    return until === one.until ? [] : [added(one, { file, until })];
  });
  const isOf = (its: Judged): ExceptionView["is"] => {
    if (its.one.until < today) return "expired";
    if (its.until === undefined) return "added";
    return used.has(its) ? "used" : "unused";
  };
  return {
    findings: [...left, ...about],
    excepted,
    exceptions: judged.map((its) => ({ ...its.one, is: isOf(its) })),
  };
}

/** A change cannot make an exception for itself, nor let one work for longer. */
function untilOf({ rule, root, address, until }: ReviewException, { before }: Exceptions): string | undefined {
  if (!before) return until;
  const [last] = before
    .filter((one) => one.rule === rule && one.root === root && one.address === address)
    .map((one) => one.until)
    .sort()
    .reverse();
  return last === undefined || last < until ? last : until;
}

function coveredBy({ rule, root = "*", address = "*" }: ReviewException): (finding: Finding) => boolean {
  const [roots, addresses] = [root, address].map(
    (pattern) => new RegExp(`^${pattern.split("*").map(literally).join(".*")}$`, "s"),
  );
  return (finding) =>
    finding.rule === rule && roots?.test(finding.root) === true && addresses?.test(finding.address) === true;
}

/** `destroys-data for module.web.* in prod-*` */
const named = ({ rule, root, address }: ReviewException): string =>
  `${rule}${address === undefined ? "" : ` for ${address}`}${root === undefined ? "" : ` in ${root}`}`;

interface Adding {
  readonly file: string;
  /** Until when it works as it was before the change. */
  readonly until: string | undefined;
}

function added(one: ReviewException, { file, until }: Adding): Finding {
  const what = until === undefined ? "adds the exception" : `lets the exception last longer than until ${until}, that`;
  return {
    rule: exceptionRules.added.id,
    root: file,
    address: named(one),
    severity: "low",
    why: `This change ${what} from ${named(one)}, until ${one.until}, of ${one.owner}: "${one.reason}" That counts from the moment that it is on the main branch, and not yet here.`,
    wayOut: "Have it reviewed and merged by itself; then the change that needs it.",
  };
}

const expired = (one: ReviewException, file: string): Finding => ({
  rule: exceptionRules.expired.id,
  root: file,
  address: named(one),
  severity: "low",
  why: `The exception from ${named(one)} has ended on ${one.until}: what it covered is found again.`,
  wayOut: `Mend what it was for and remove it from ${file}, or ask ${one.owner} to look at it again and give it another day.`,
});
