import type { z } from "zod";

/** What a schema's own message says that a value must be, "must be a /16 block", without its "must"; undefined where it has none. */
export function wordsOf(type: z.core.$ZodType): string | undefined {
  const { error, checks = [] } = type._zod.def;
  const pattern = checks.map((check) => check._zod.def).find((def) => "pattern" in def);
  const say = (pattern ? pattern.error : error) as z.core.$ZodErrorMap | undefined;
  const said = say?.({ code: "custom", input: undefined, path: [] });
  return withoutMust(typeof said === "string" ? said : (said?.message ?? ""));
}

/** What a message says after "must"; undefined where it does not begin with it. */
export const withoutMust = (message: string): string | undefined => /^must (.*)$/s.exec(message)?.[1];
