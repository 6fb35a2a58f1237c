import { isDeepStrictEqual } from "node:util";
import type { Attributes } from "../../../terraform/plan/resource-changes";
import { after, at } from "../read/after";
import { finding, notKnown, ok, type Rule, type Severity, severities, type Verdict } from "../rules/rule";
import { goesWith } from "./goes-with";
import type { Guard } from "./guard";

/** A rule on values that protect: that none of them protects less than before, and none is weak from the start. */
export interface Weakening extends Omit<Rule, "types" | "check" | "severities" | "mayBeUnknown"> {
  /** The values that protect, by type. */
  readonly guards: Readonly<Record<string, readonly Guard[]>>;
  /** Types that protect another resource as long as they are there. */
  readonly apart?: Readonly<Record<string, Apart>>;
  /** How bad it is that something protects less than before, or is not there any more. */
  readonly weaker: Severity;
  /** How bad it is that something is weak from the start; without it, nobody minds. */
  readonly weakFromTheStart?: Severity;
  /** What it means, in a sentence. */
  readonly means: string;
}

/** A resource that protects another one by being there. */
interface Apart {
  readonly what: string;
  /** The attribute that names what it protects; without it, it protects the account or the region. */
  readonly of?: string;
}

/** Makes the rule. */
export function weakening(declared: Weakening): Rule {
  const { guards, apart = {}, weaker, weakFromTheStart, means, wayOut, ...described } = declared;
  const each = Object.values(guards).flat();
  const given = new Set([
    weaker,
    weakFromTheStart,
    ...each.flatMap(({ severity, toNothing }) => [severity, toNothing]),
  ]);
  const [worst = weaker, ...others] = severities.filter((one) => given.has(one));
  return {
    ...described,
    wayOut,
    mayBeUnknown: true,
    severities: [worst, ...others],
    types: [...new Set([...Object.keys(guards), ...Object.keys(apart)])],
    check: (change, around) => {
      if (change.fate === "destroy") {
        const thing = apart[change.type];
        if (!thing || (thing.of !== undefined && goesWith(change, thing.of, around))) return ok;
        return finding({ severity: weaker, why: `${thing.what} is removed. ${means}`, wayOut });
      }
      return (guards[change.type] ?? []).map((guard): Verdict => {
        const { path, applies = () => true } = guard;
        if (change.after === null || !applies(change.after)) return ok;
        const before = change.before !== null && applies(change.before) ? change.before : null;
        const usual = before === null ? weakFromTheStart : (guard.severity ?? weaker);
        if (usual === undefined) return ok;
        const said = compared(guard, before, after(change, path, around));
        if (said === "well") return ok;
        const attribute = path.join(".");
        if ("by" in said) return notKnown(attribute, said.by);
        const severity = before !== null && said.isNothing ? (guard.toNothing ?? usual) : usual;
        return finding({
          severity,
          why: `${said.weak} ${guard.means ?? means}`,
          wayOut: guard.wayOut ?? wayOut,
          attribute,
        });
      });
    },
  };
}

/** Whether a value protects as much as before, or enough where there was none before. */
function compared(
  guard: Guard,
  before: Attributes | null,
  become: ReturnType<typeof after>,
): "well" | { readonly weak: string; readonly isNothing: boolean } | { readonly by: readonly string[] } {
  const was = at(before, guard.path);
  const least = before === null ? guard.enough : guard.worth(was);
  if (least !== undefined && least <= 0) return "well";
  if (become.is === "unknown") {
    const reference = become.leadsTo.length > 0 ? guard.reference : undefined;
    return reference !== undefined && least !== undefined && reference >= least ? "well" : { by: become.by };
  }
  const value = become.is === "known" ? become.value : undefined;
  if (become.is === "known" && before !== null && isDeepStrictEqual(was ?? null, value ?? null)) return "well";
  const is = guard.worth(value);
  // Nothing is said of it: it is as AWS, or the account, does it.
  if (is === undefined && before === null && (value ?? null) === null) return "well";
  if (is === undefined || least === undefined) return { by: [] };
  if (is >= least) return "well";
  // What AWS takes by default is what it took before, for all that a plan says.
  if (become.is === "left to AWS" && before !== null) return { by: [] };
  return { weak: before === null ? guard.made(value) : guard.changed(was, value), isNothing: is <= 0 };
}
