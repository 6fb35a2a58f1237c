import { isBlock, type Shown, textOf } from "../secrets/shown";

/** A statement of a policy, as the lists that it says, in one way however it is written. */
export interface Statement {
  readonly effect: "Allow" | "Deny";
  /** `AWS:…`, `Service:…` or `*`; without any where the policy is a principal's own. */
  readonly who: readonly string[];
  readonly what: readonly string[];
  /** Without any where the policy is a resource's own, such as a role's trust. */
  readonly on: readonly string[];
  /** Conditions in one order; empty where it always holds. */
  readonly when: string;
  /** Whether a condition limits who it is for, or from where: to accounts, organisations, networks, sources. */
  readonly isLimited: boolean;
}

/** Whether a value is a policy as IAM has it. */
export const isPolicy = (value: Shown | undefined): boolean => {
  if (!isBlock(value)) return false;
  const statements = listOf(value.Statement);
  return (
    statements.length > 0 && statements.every((one) => isBlock(one) && ["Allow", "Deny"].includes(textIn(one.Effect)))
  );
};

/** The statements of a policy. What is hidden, or not known yet, is as the text that stands for it. */
export const statementsOf = (policy: Shown | undefined): Statement[] =>
  isBlock(policy) ? listOf(policy.Statement).filter(isBlock).map(statementOf) : [];

const statementOf = (one: { readonly [name: string]: Shown }): Statement => ({
  effect: one.Effect === "Deny" ? "Deny" : "Allow",
  who: said(principalsIn(one.Principal), principalsIn(one.NotPrincipal)),
  what: said(textsIn(one.Action), textsIn(one.NotAction)),
  on: said(textsIn(one.Resource), textsIn(one.NotResource)),
  when: conditionsIn(one.Condition),
  isLimited: isLimited(one.Condition),
});

/** Keys that tell who calls or from where, in lower case. */
const limits =
  /^(aws:(principalaccount|principalarn|principalorgid|principalorgpaths|principaltag\/.*|sourceaccount|sourcearn|sourceip|sourceorgid|sourceorgpaths|sourceowner|sourcevpc|sourcevpce|userid|vpcsourceip)|kms:calleraccount|s3:dataaccesspointaccount|s3:dataaccesspointarn|s3:accessgrantsinstancearn|elasticfilesystem:accesspointarn|[a-z.-]+:(sub|aud)|saml:.*|sts:externalid)$/;

/** By an operator that asks for a value, and for one that is not everything. */
const isLimited = (condition: Shown | undefined): boolean =>
  isBlock(condition) &&
  Object.entries(condition).some(
    ([operator, keys]) =>
      isBlock(keys) &&
      /^(ForAnyValue:)?(String(Equals|EqualsIgnoreCase|Like)|Arn(Equals|Like)|IpAddress)$/i.test(operator) &&
      Object.entries(keys).some(
        ([key, values]) => limits.test(key.toLowerCase()) && !textsIn(values).some((one) => /^[*:/]*$|\/0$/.test(one)),
      ),
  );

/** What a statement lists, or everything but what it lists. */
const said = (listed: readonly string[], except: readonly string[]): readonly string[] =>
  except.length > 0 ? [`everything but ${except.join(" and ")}`] : listed;

/** `*` and `{ "AWS": "*" }` are the same, as are an account's number and its root. */
function principalsIn(principal: Shown | undefined): string[] {
  if (!isBlock(principal)) return textsIn(principal);
  const all = Object.entries(principal).flatMap(([kind, names]) =>
    textsIn(names).map((name) => {
      if (kind !== "AWS") return `${kind}:${name}`;
      return name === "*" ? "*" : `AWS:${/^\d{12}$/.test(name) ? `arn:aws:iam::${name}:root` : name}`;
    }),
  );
  return [...new Set(all)].sort();
}

const conditionsIn = (condition: Shown | undefined): string =>
  isBlock(condition)
    ? Object.entries(condition)
        .flatMap(([operator, keys]) =>
          isBlock(keys)
            ? Object.entries(keys).map(([key, values]) => conditionText(operator, key, textsIn(values)))
            : [],
        )
        .sort()
        .join(" and ")
    : "";

/** `aws:SourceIp is in 10.0.0.0/8` */
function conditionText(operator: string, key: string, values: readonly string[]): string {
  const [, set = "", bare = operator, optional = ""] =
    /^(?:(ForA(?:ll|ny)Values?):)?(.+?)(IfExists)?$/i.exec(operator) ?? [];
  const quantity = set === "" ? "" : /^ForAll/i.test(set) ? "each of " : "one of ";
  const isThere = bare === "Null" ? (values.join() === "true" ? "is not there" : "is there") : undefined;
  const relation = relations[bare] ?? bare;
  return `${quantity}${key} ${isThere ?? `${relation} ${values.join(" or ")}`}${optional ? ", if it is there" : ""}`;
}

const relations: Readonly<Record<string, string>> = {
  StringEquals: "is",
  StringNotEquals: "is not",
  StringEqualsIgnoreCase: "is, in any case,",
  StringNotEqualsIgnoreCase: "is not, in any case,",
  StringLike: "is like",
  StringNotLike: "is not like",
  ArnEquals: "is like",
  ArnLike: "is like",
  ArnNotEquals: "is not like",
  ArnNotLike: "is not like",
  Bool: "is",
  IpAddress: "is in",
  NotIpAddress: "is not in",
  NumericEquals: "is",
  NumericNotEquals: "is not",
  NumericLessThan: "<",
  NumericLessThanEquals: "<=",
  NumericGreaterThan: ">",
  NumericGreaterThanEquals: ">=",
  DateLessThan: "is before",
  DateGreaterThan: "is after",
};

/** One text or many, in one order and each once. */
const textsIn = (value: Shown | undefined): string[] =>
  value === undefined || value === null ? [] : [...new Set(listOf(value).map(textIn))].sort();

const textIn = (value: Shown | undefined): string =>
  typeof value === "string" ? value : value === undefined ? "" : textOf(value).replace(/^"|"$/g, "");

const listOf = (value: Shown | undefined): readonly Shown[] => {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
};
