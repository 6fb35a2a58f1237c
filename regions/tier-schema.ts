import { z } from "zod";
import type { Contract, Variants } from "../modules/core/contract";
import { keeps, ruleMessage } from "../modules/core/rule";

/** What a region file says about a tier: its shape and its settings, nothing else, with the contract's rules checked. */
export function tierSchema({ shape, settings, variants, rules = [] }: Contract): z.ZodType<Record<string, unknown>> {
  const common = { ...shape.shape, ...settings.shape };
  const schema = variants ? chooser(common, variants) : z.strictObject(common);
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

/** The strict schema of the alternative that the values choose; the fallback where they do not say. */
const chooser = (common: z.ZodRawShape, { by, fallback, of }: Variants): z.ZodType<Record<string, unknown>> => {
  const one = (name: string, { shape, settings }: Pick<Contract, "shape" | "settings">) =>
    z.strictObject({ ...common, ...shape.shape, ...settings.shape, [by]: z.literal(name) });
  const [first, ...others] = Object.entries(of).map(([name, choice]) => one(name, choice));
  if (!first) throw new Error(`A contract has variants by ${by}, but none of them.`);
  return z.preprocess(
    (given) => (isRecord(given) ? { [by]: fallback, ...given } : given),
    z.discriminatedUnion(by, [first, ...others]),
  );
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
