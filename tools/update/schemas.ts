import { z } from "zod";
import { commands } from "../shop/commands";

/** The JSON Schema of what each command prints with `--json`, by path. */
export async function schemas(): Promise<Map<string, string>> {
  const loaded = await Promise.all(Object.values(commands).map((load) => load()));
  return new Map(
    loaded.flatMap(({ name, result }) => {
      if (result instanceof z.ZodNever) return [];
      const { $schema, ...schema } = z.toJSONSchema(result);
      const whole = { $schema, title: `./shop ${name} --json`, ...schema };
      return [[`docs/schemas/${name}.json`, `${JSON.stringify(whole, null, 2)}\n`] as const];
    }),
  );
}
