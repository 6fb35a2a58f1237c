/** The account that an ARN, a principal of a policy, or a number by itself names. */
export const accountIn = (text: unknown): string | undefined =>
  typeof text === "string" ? /^(?:AWS:)?(?:arn:[^:]*:[^:]*:[^:]*:)?(\d{12})(?::|$)/.exec(text)?.[1] : undefined;
