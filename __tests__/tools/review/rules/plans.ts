import { readPlan } from "../../../../terraform/plan/read";
import type { ResourceChangeJson } from "../../../../terraform/plan/schema";
import { judge } from "../../../../tools/review/judge";
import type { PlanRule, Rule, Surroundings } from "../../../../tools/review/rules/rule";
import { surroundings } from "../../../../tools/review/surroundings";

type Values = Readonly<Record<string, unknown>>;

/** What a plan says of one resource beside its values, as far as a test needs it. */
type Entry = Pick<ResourceChangeJson, "address"> & {
  readonly change: Partial<ResourceChangeJson["change"]>;
  /** The configuration of the resource. */
  readonly expressions?: Values;
};

/** What is known after the apply only, by attribute, and what it refers to. */
export type Later = Readonly<Record<string, readonly string[]>>;

const entry = (address: string, { after = null, ...change }: Entry["change"], later: Later = {}): Entry => ({
  address,
  change: {
    ...change,
    after: after && Object.fromEntries(Object.entries(after).filter(([name]) => !(name in later))),
    after_unknown: Object.fromEntries(Object.keys(later).map((name) => [name, true])),
  },
  expressions: Object.fromEntries(Object.entries(later).map(([name, references]) => [name, { references }])),
});

export const created = (address: string, after: Values, later?: Later): Entry =>
  entry(address, { actions: ["create"], before: null, after }, later);

/** What is not said to differ stays as it is. */
export const updated = (address: string, before: Values, after: Values, later?: Later): Entry =>
  entry(address, { actions: ["update"], before, after: { ...before, ...after } }, later);

export const replaced = (address: string, before: Values, after: Values, later?: Later): Entry =>
  entry(address, { actions: ["delete", "create"], before, after: { ...before, ...after } }, later);

export const destroyed = (address: string, before: Values): Entry =>
  entry(address, { actions: ["delete"], before, after: null });

/** A resource with an ARN, by which its settings are told to go with it. */
export const destroyedWhole = (address: string, id: string): Entry =>
  destroyed(address, { id, arn: id.startsWith("arn:") ? id : `arn:aws:any::111122223333:${id}` });

/** A resource that stays, and that nobody manages any more. */
export const forgotten = (address: string, before: Values): Entry =>
  entry(address, { actions: ["forget"], before, after: null });

/** A resource that stays as it is. */
export const kept = (address: string, values: Values): Entry =>
  entry(address, { actions: ["no-op"], before: values, after: values });

/** Data that is read by the apply only. */
export const readLater = (address: string, after: Values, expressions: Values = {}): Entry => ({
  ...entry(address, { actions: ["read"], before: null, after }),
  expressions,
});

/** A plan whose provider works in a region. */
export const inRegion = (region: string, entries: readonly Entry[], rest: Values = {}) => {
  const { configuration, ...plan } = planOf(entries, rest);
  const resources = configuration.root_module.resources.map((one) => ({ ...one, provider_config_key: "aws" }));
  const provider_config = { aws: { expressions: { region: { constant_value: region } } } };
  return { ...plan, configuration: { root_module: { resources }, provider_config } };
};

/** A plan of resources in the root module; the rest of it as it is given. */
export const planOf = (entries: readonly Entry[], rest: Values = {}) => ({
  resource_changes: entries.map(({ address, change }) => ({ address, change })),
  configuration: {
    root_module: {
      resources: entries.map(({ address, expressions = {} }) => ({
        address: address.replace(/\[.*\]/, ""),
        expressions,
      })),
    },
  },
  ...rest,
});

/** A plan with what is known beside it. */
export const beside = (around: Partial<Surroundings>, plan: Values) => ({ around, plan });

/** What a rule says of a plan, as texts: `high deletion_protection: …`, or `not known: policy, by aws_s3_bucket.logs.arn`. */
const says = (rule: Rule | PlanRule, plan: unknown, around: Partial<Surroundings> = {}): string[] =>
  judge({ ...surroundings("root", readPlan(plan, "plan")), ...around })
    .filter((one) => one.rule === rule.id)
    .map(({ verdict }) => {
      if (verdict.is === "not known")
        return `not known: ${verdict.attribute}${verdict.by.length > 0 ? `, by ${verdict.by.join(", ")}` : ""}`;
      const { severity, attribute, why } = verdict;
      return `${severity}${attribute === undefined ? "" : ` ${attribute}`}: ${why}`;
    });

type Plan = readonly Entry[] | Values | ReturnType<typeof beside>;

/** A case: what it is, the resources of a plan or a whole one, and what the rule says of it exactly. */
type Case = readonly [what: string, plan: Plan, says: readonly string[]];

/**
 * Tests a rule: what it finds, what it lets pass, and what it cannot know before the apply.
 *
 * Every rule has cases of each kind; one that looks at nothing that can be unknown says so.
 */
export function itJudges(
  rule: Rule | PlanRule,
  cases: {
    readonly found: readonly [Case, ...Case[]];
    readonly well: readonly [readonly [string, Plan], ...(readonly [string, Plan])[]];
    readonly unknown: readonly [Case, ...Case[]] | "nothing that it looks at can be unknown";
  },
): void {
  const unknown = typeof cases.unknown === "string" ? [] : cases.unknown;
  const well = cases.well.map(([what, plan]): Case => [what, plan, []]);
  describe(rule.id, () => {
    it("says whether it may have to leave something open", () => {
      expect(rule.mayBeUnknown).toBe(unknown.length > 0);
    });
    it.each([...cases.found, ...unknown, ...well])("%s", (_, plan, said) => {
      const { around, plan: whole }: Partial<ReturnType<typeof beside>> = "around" in plan ? plan : {};
      const found = says(rule, whole ?? (Array.isArray(plan) ? planOf(plan) : plan), around);
      expect(found).toEqual(said);
      for (const one of found.filter((text) => !text.startsWith("not known")))
        expect(rule.severities).toContain(one.split(/[ :]/)[0]);
    });
  });
}
