import { z } from "zod";
import type { Environment } from "./environment";
import { didYouMean, explain, type Problem, refuse } from "./explain";
import { type Assumption, type UsageName, usageDefaults, usageNames } from "./usage-fields";

export const usageFile = "regions/usage.ts";

const quantity = z.number().min(0);
const range = z
  .strictObject({ low: quantity, expected: quantity, high: quantity, source: z.string().min(1) })
  .refine(({ low, expected, high }) => isRange(low, expected, high), {
    message: "must grow, or fall, from low over expected to high",
  });

const isRange = (low: number, expected: number, high: number): boolean =>
  (low <= expected && expected <= high) || (low >= expected && expected >= high);

const schema = z.strictObject({
  budgetUsd: z.number().positive().optional().describe("USD a month that the expected cost must not exceed."),
  scale: z
    .number()
    .positive()
    .default(1)
    .describe("Factor for every quantity that is assumed by default; shares stay."),
  differs: z.partialRecord(z.enum(usageNames as [UsageName, ...UsageName[]]), range).default({}),
});

/** What `usage.ts` says of an environment. */
export type UsageFile = z.input<typeof schema>;

/** What an environment uses in a month, and what it may cost. */
export interface Usage {
  readonly budgetUsd?: number;
  readonly assumptions: Readonly<Record<UsageName, Assumption>>;
}

/** Checks what is said of each environment; throws once, with every problem. */
export function defineUsage(
  environments: readonly Pick<Environment, "name">[],
  said: Readonly<Record<string, UsageFile>>,
): ReadonlyMap<string, Usage> {
  const names = environments.map(({ name }) => name);
  refuse(
    usageFile,
    Object.entries(said).flatMap(([name, given]) => problemsOf(name, given, names)),
  );
  return new Map(Object.entries(said).map(([name, given]) => [name, usageFrom(given)]));
}

const problemsOf = (name: string, given: UsageFile, names: readonly string[]): Problem[] => {
  if (!names.includes(name))
    return [{ path: name, message: `is not an environment.${didYouMean(name, names)} Known: ${names.join(", ")}.` }];
  const result = schema.safeParse(given);
  if (result.success) return [];
  const keysAt = ([first]: readonly PropertyKey[]) => (first === "differs" ? usageNames : Object.keys(schema.shape));
  return explain(result.error.issues, given, { keysAt, kindAt: () => "field" }).map(({ path, message }) => ({
    path: `${name}.${path}`,
    message,
  }));
};

/** What is assumed by default, with what is said to differ. */
export function usageFrom(given: UsageFile): Usage {
  const { budgetUsd, scale, differs } = schema.parse(given);
  const assumptions = usageNames.map((name): [UsageName, Assumption] => {
    const standard: Assumption = usageDefaults[name];
    return [name, { ...scaled(standard, scale), ...differs[name] }];
  });
  return {
    ...(budgetUsd === undefined ? {} : { budgetUsd }),
    assumptions: Object.fromEntries(assumptions) as Usage["assumptions"],
  };
}

/** Sizes of one answer or one call, and shares, do not grow with an environment. */
const unscaled = ["share", "KB", "ms", "versions"];

const scaled = (one: Assumption, scale: number): Assumption => {
  if (scale === 1 || unscaled.includes(one.unit)) return one;
  const { low, expected, high } = one;
  return {
    ...one,
    low: low * scale,
    expected: expected * scale,
    high: high * scale,
    source: `${one.source}, times ${scale}`,
  };
};
