import type { Review, Since } from "../result";
import { changeId, type Snapshot, snapshotIn, snapshotOf } from "./snapshot";

/**
 * A review that also tells how it differs from an earlier one, plan against plan.
 *
 * @param earlier the earlier review's JSON, or the comment that it was written to
 */
export function withSince(review: Review, earlier: string): Review {
  const before = snapshotIn(earlier);
  return { ...review, since: before ? differences(before, review) : null };
}

function differences(before: Snapshot, review: Review): Since {
  const after = snapshotOf(review);
  const was = new Map(before.roots.map(([root, digest]) => [root, digest]));
  const is = new Map(after.roots.map(([root, digest]) => [root, digest]));
  return {
    roots: [...new Set([...was.keys(), ...is.keys()])].filter((root) => was.get(root) !== is.get(root)),
    changes: before.changes ? changesSince(new Map(before.changes), review) : null,
    findings: before.findings ? counts(before.findings, after.findings ?? []) : null,
    secrets: secretsSince(before, after),
  };
}

function changesSince(before: ReadonlyMap<string, string>, review: Review): NonNullable<Since["changes"]> {
  const now = new Map(snapshotOf(review).changes);
  const all = review.plans.flatMap(({ root, changes }) =>
    changes.map((change) => ({ address: change.address, id: changeId(root, change) })),
  );
  return {
    added: all.filter(({ id }) => !before.has(id)).map(({ address }) => address),
    changed: all.filter(({ id }) => before.has(id) && before.get(id) !== now.get(id)).map(({ address }) => address),
    gone: [...before.keys()].filter((id) => !now.has(id)).length,
  };
}

const counts = (before: readonly string[], after: readonly string[]): NonNullable<Since["findings"]> => ({
  added: after.filter((one) => !before.includes(one)).length,
  gone: before.filter((one) => !after.includes(one)).length,
});

/** Only digests by the same key can be compared. */
function secretsSince(before: Snapshot, after: Snapshot): Since["secrets"] {
  const [was, is] = [before, after].map(({ roots }) =>
    roots.map(([root, , secrets]) => [root, secrets]).filter(([, secrets]) => secrets !== ""),
  );
  if (was?.length === 0 && is?.length === 0) return "none";
  if (before.keyId === undefined || before.keyId !== after.keyId) return "not known";
  return JSON.stringify(was) === JSON.stringify(is) ? "same" : "different";
}
