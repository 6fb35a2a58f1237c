import { createHash } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { z } from "zod";
import { type ChangeView, type PlanView, type Review, reviewResult } from "../result";

const snapshot = z.object({
  version: z.literal(1),
  /** Names the key of the secrets' digests; without it, nobody can compare them with others. */
  keyId: z.string().optional(),
  /** Of each root: its plan without secrets, and its secrets. */
  roots: z.array(z.tuple([z.string(), z.string(), z.string()])),
  /** Of each change: what it is of, and the change without secrets; not there where there are too many. */
  changes: z.array(z.tuple([z.string(), z.string()])).optional(),
  findings: z.array(z.string()).optional(),
});

/** What a review said, short enough to be carried along: digests, by which a later one can tell what is different. */
export type Snapshot = z.infer<typeof snapshot>;

/** A review as digests. */
export const snapshotOf = ({ plans, findings, keyId }: Review): Snapshot => ({
  version: 1,
  ...(keyId !== undefined && { keyId }),
  roots: plans.map((plan) => [plan.root, digest(open(said(plan))), digest(secretsIn(said(plan)))]),
  changes: plans.flatMap(({ root, changes }) =>
    changes.map((change): [string, string] => [changeId(root, change), digest(open(change))]),
  ),
  findings: findings.map(({ rule, root, address, why }) => digest(open([rule, root, address, why]))),
});

/** What a change is of, as a digest. */
export const changeId = (root: string, { address, deposed, type }: ChangeView): string =>
  digest(open([root, address, type, deposed ?? false]));

/** What a plan says; how an apply knows it again is another matter. */
const said = ({ digest: _, ...plan }: PlanView): unknown => plan;

const hidden = /hidden:[0-9a-f]{12}/g;

const open = (value: unknown): string => JSON.stringify(value).replace(hidden, "hidden");
const secretsIn = (value: unknown): string => (JSON.stringify(value).match(hidden) ?? []).join();

/** Empty of nothing, so that it can be told whether there is anything. */
const digest = (text: string): string =>
  text === "" ? "" : createHash("sha256").update(text).digest("base64url").slice(0, 8);

const mark = /<!-- plan-review-snapshot ([A-Za-z0-9+/=]+) -->/;

/** How many bytes of a comment a snapshot may take. */
const most = 12_000;

/** A snapshot that nobody sees, in a comment: without changes and findings where there are too many, or empty. */
export function marked(review: Review): string {
  const { changes, findings, ...rest } = snapshotOf(review);
  for (const form of [{ ...rest, changes, findings }, { ...rest, findings }, rest]) {
    const text = `<!-- plan-review-snapshot ${deflateRawSync(JSON.stringify(form)).toString("base64")} -->`;
    if (text.length <= most) return text;
  }
  return "";
}

/** How large a snapshot may be: nobody knows who has written the comment. */
const largest = 4_000_000;

/** What an earlier review said: its JSON, or a comment that carries its digests; undefined where it is neither. */
export function snapshotIn(text: string): Snapshot | undefined {
  const [, packed] = mark.exec(text) ?? [];
  try {
    if (packed === undefined) return snapshotOf(reviewResult.parse(JSON.parse(text)));
    const json = inflateRawSync(Buffer.from(packed, "base64"), { maxOutputLength: largest }).toString();
    return snapshot.parse(JSON.parse(json));
  } catch {
    return undefined;
  }
}
