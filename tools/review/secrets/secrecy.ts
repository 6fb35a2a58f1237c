import { markedTexts } from "../../../terraform/plan/marked";
import type { PlanJson } from "../../../terraform/plan/schema";
import { type Conceal, concealer } from "./conceal";
import type { Digests } from "./digest";
import { KnownSecrets } from "./scrub";
import { withoutSecrets } from "./text";

/** Keeps the secrets of plans out of a review. */
export interface Secrecy {
  /** Makes what may be shown of a value. */
  readonly conceal: Conceal;
  /** What a review says without any text that was found to be secret anywhere: the last step before it leaves. */
  scrub<Said>(said: Said): Said;
}

/** What of a review has been concealed value by value; a name or randomness there has been judged with what it is of. */
const concealed: ReadonlySet<string> = new Set(["before", "after", "words"]);

/** Keeps the secrets of some plans; one plan may tell those of another. */
export function secrecy(plans: Iterable<PlanJson>, digests: Digests): Secrecy {
  const digestOf = (secret: string) => digests.of({ root: "", address: "", type: "", path: [] }, secret);
  const known = new KnownSecrets(digestOf);
  for (const plan of plans) for (const text of markedTexts(plan)) known.add(text);
  const scrubbed = (text: string, mayBeRandom: boolean): string =>
    withoutSecrets(known.scrub(text), { mayBeRandom, hide: digestOf });
  const walk = (node: unknown, isConcealed: boolean): unknown => {
    if (typeof node === "string") return isConcealed ? known.scrub(node) : scrubbed(node, false);
    if (Array.isArray(node)) return node.map((one) => walk(one, isConcealed));
    if (typeof node !== "object" || node === null) return node;
    return Object.fromEntries(
      Object.entries(node).map(([name, child]) => [name, walk(child, isConcealed || concealed.has(name))]),
    );
  };
  return {
    conceal: concealer({ digests, remember: (secret) => known.add(secret) }),
    scrub: <Said>(said: Said) => walk(said, false) as Said,
  };
}
