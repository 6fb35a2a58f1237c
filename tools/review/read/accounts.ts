import type { Surroundings } from "../rules/rule";

/** The accounts that the resources of a plan are in, by their ARNs; none where it only makes. */
export const ownAccounts = ({ changes, plan }: Surroundings): ReadonlySet<string> =>
  new Set([
    ...changes.flatMap(({ before }) => accountIn(before?.arn) ?? []),
    ...Object.values(plan.configuration.provider_config).flatMap(({ expressions }) => {
      const { constant_value } = Object(expressions.allowed_account_ids);
      return Array.isArray(constant_value) ? constant_value.map((one) => `${one}`) : [];
    }),
  ]);

/** The account that an ARN, a principal of a policy, or a number by itself names. */
export const accountIn = (text: unknown): string | undefined =>
  typeof text === "string" ? /^(?:AWS:)?(?:arn:[^:]*:[^:]*:[^:]*:)?(\d{12})(?::|$)/.exec(text)?.[1] : undefined;
