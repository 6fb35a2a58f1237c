import type { Shown } from "../secrets/shown";
import { type Grant, grantsOf, type New, notSaidBy } from "./grants";
import { statementsOf } from "./policy";

/** What a policy allows and denies that it did not, and the other way round, in sentences. */
export function policyWords(before: Shown | undefined, after: Shown | undefined): string[] {
  const [was, is] = [before, after].map((policy) => grantsOf(statementsOf(policy)));
  const [come, gone] = [notSaidBy(is ?? [], was ?? []), notSaidBy(was ?? [], is ?? [])];
  if (come.length + gone.length === 0) return [sameMeaning];
  const of = (grants: readonly New[], effect: Grant["effect"]) => grants.filter((one) => one.effect === effect);
  return [
    ...wideningWords(of(come, "Allow"), of(gone, "Deny")),
    ...sentences(["Becomes denied", "was denied only"], of(come, "Deny")),
    ...sentences(["Is allowed no longer", "is still allowed"], of(gone, "Allow")),
  ];
}

/** Said where a policy is written in another way only. */
export const sameMeaning = "It means the same as before.";

/** What becomes allowed, or is denied no longer, as sentences. */
const wideningWords = (allowed: readonly New[], undenied: readonly New[]): string[] => [
  ...sentences(becomesAllowed, allowed),
  ...sentences(deniedNoLonger, undenied),
];

/** The first of these sentences as one text: the difference itself is shown beside it. */
export function wideningText(allowed: readonly New[], undenied: readonly New[] = [], most = 4): string {
  const all = wideningWords(allowed, undenied);
  return `${all.slice(0, most).join(". ")}.${all.length > most ? ` And ${all.length - most} more.` : ""}`;
}

const becomesAllowed = ["Becomes allowed", "was allowed only"] as const;
const deniedNoLonger = ["Is denied no longer", "is still denied"] as const;

type Parts = Readonly<Record<"who" | "what" | "on", readonly string[]>> & Pick<New, "when" | "otherwiseWhen">;

function sentences([what, otherwise]: readonly [string, string], grants: readonly New[]): string[] {
  const parts = grants.map((one): Parts => ({ ...one, who: [one.who], what: [one.what], on: [one.on] }));
  const merged = (["what", "on", "who"] as const).reduce(mergedBy, parts);
  return merged.map((one) => {
    const condition = one.when && `, if ${one.when}`;
    const other = one.otherwiseWhen && ` (${otherwise} if ${one.otherwiseWhen})`;
    return `${what}: ${one.what.join(", ")}${onWords(one.on)}${whoWords(one.who)}${condition}${other}`;
  });
}

/** Those that differ in one part only, as one. */
function mergedBy(all: readonly Parts[], part: "who" | "what" | "on"): Parts[] {
  const found = new Map<string, Parts>();
  for (const one of all) {
    const key = JSON.stringify({ ...one, [part]: "" });
    const known = found.get(key);
    found.set(key, known ? { ...known, [part]: [...known[part], ...one[part]] } : one);
  }
  return [...found.values()];
}

const onWords = (resources: readonly string[]): string => {
  if (resources.join() === "") return "";
  return resources.includes("*") ? " on everything" : ` on ${resources.join(", ")}`;
};

const whoWords = (principals: readonly string[]): string => {
  if (principals.join() === "") return "";
  return ` to ${principals.map(inWords).join(", ")}`;
};

function inWords(principal: string): string {
  if (principal === "*") return "everybody";
  const [, kind = "", name = principal] = /^(AWS|Service|Federated|CanonicalUser):(.*)$/s.exec(principal) ?? [];
  return `${kinds[kind] ?? ""}${name}`;
}

const kinds: Readonly<Record<string, string>> = {
  Service: "the service ",
  Federated: "those that sign in with ",
  CanonicalUser: "the user ",
};
