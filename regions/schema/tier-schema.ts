import { z } from "zod";
import type { Choice, Contract, Variants } from "../../modules/core/contract";
import { keeps, ruleMessage } from "../../modules/core/rule";

/** What a region file says about a tier: its shape and its settings, nothing else, with the contract's rules checked. */
export function tierSchema(contract: Contract): z.ZodType<Record<string, unknown>> {
  const { variants, rules = [] } = contract;
  const schema = variants
    ? z.preprocess((given) => (isRecord(given) ? withFallbacks(variants, given) : given), fileOf(contract, {}))
    : fileOf(contract, {});
  return schema.superRefine((values, context) => {
    for (const rule of rules) {
      if (!keeps(rule, values))
        context.addIssue({
          code: "custom",
          path: [rule.require.left],
          message: ruleMessage(rule, (setting) => setting),
        });
    }
  });
}

type File = z.ZodType<Record<string, unknown>> & z.core.$ZodTypeDiscriminable;

/** The strict schema of what is said: of the one alternative, where there are some, that the values choose. */
function fileOf({ shape, settings, variants }: Choice, outer: z.ZodRawShape): File {
  const fields = { ...outer, ...shape.shape, ...settings.shape };
  if (!variants) return z.strictObject(fields);
  const { by, of } = variants;
  const [first, ...others] = Object.entries(of).map(([name, one]) => fileOf(one, { ...fields, [by]: z.literal(name) }));
  if (!first) throw new Error(`A contract has variants by ${by}, but none is declared.`);
  return z.discriminatedUnion(by, [first, ...others]);
}

type Values = Readonly<Record<string, unknown>>;

/** What is given, with the fallback of each choice that it does not make. */
function withFallbacks({ by, fallback, of }: Variants, given: Values): Values {
  const choice = given[by] ?? fallback;
  const { variants } = of[String(choice)] ?? {};
  const known = { [by]: fallback, ...given };
  return variants ? withFallbacks(variants, known) : known;
}

const isRecord = (value: unknown): value is Values => typeof value === "object" && value !== null;
