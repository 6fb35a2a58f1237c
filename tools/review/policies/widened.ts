import { notKnown, type Question, type Verdict } from "../rules/rule";
import type { Shown } from "../secrets/shown";
import { coversButWhen, type Grant, grantsOf, isList, type New, notSaidBy } from "./grants";
import { statementsOf } from "./policy";

/** What a policy allows beyond what another one allowed, as far as that is certain. */
export interface Widened {
  readonly allowed: readonly New[];
  /** What was denied and is no longer. */
  readonly undenied: readonly New[];
  /** Whether there may be more: statements on everything but something, and conditions that are not the same, are text here. */
  readonly isUnsure: boolean;
}

/** Compares statement by statement. */
export function widened(before: Shown | undefined, after: Shown | undefined): Widened {
  const [was, is] = [before, after].map((policy) => grantsOf(statementsOf(policy)));
  const of = (grants: readonly Grant[] | undefined, effect: Grant["effect"]) =>
    (grants ?? []).filter((one) => one.effect === effect);
  const denied = of(is, "Deny").filter(({ when }) => when === "");
  const allowed = notSaidBy(of(is, "Allow"), of(was, "Allow")).filter(
    (one) => !denied.some((other) => coversButWhen({ ...other, who: other.who || one.who }, one)),
  );
  const undenied = notSaidBy(of(was, "Deny"), of(is, "Deny"));
  const isSure = (one: New, others: readonly Grant[]): boolean =>
    others.length === 0 || !([one.who, one.what, one.on].some(isList) || (one.when !== "" && one.otherwiseWhen !== ""));
  const sure = {
    allowed: allowed.filter((one) => isSure(one, of(was, "Allow"))),
    undenied: undenied.filter((one) => isSure(one, of(is, "Deny"))),
  };
  return {
    ...sure,
    isUnsure: sure.allowed.length + sure.undenied.length < allowed.length + undenied.length,
  };
}

/** That nobody knows here whether a policy allows more; with a question to AWS, where both are written out. */
export function unsure(attribute: string, of: Question["of"], { before, text }: Written): Verdict {
  const isWritten = typeof before === "string" && before !== "" && text !== undefined && text !== "";
  return { ...notKnown(attribute, []), ...(isWritten && { question: { of, before, after: text } }) };
}

/** Two policies as JSON. */
interface Written {
  readonly before: unknown;
  readonly text?: string | undefined;
}
