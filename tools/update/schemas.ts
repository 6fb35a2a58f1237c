import { z } from "zod";
import { commands } from "../shop/commands";

/** The JSON Schema of what each command prints with `--json`, and of the report that a drill writes, by path. */
export async function schemas(): Promise<Map<string, string>> {
  const loaded = await Promise.all(Object.values(commands).map((load) => load()));
  const report = await commands.drill();
  return new Map([
    ["docs/schemas/report.json", published("report.json of a drill", report.result)],
    ...loaded.flatMap(({ name, result }) =>
      result instanceof z.ZodNever
        ? []
        : [[`docs/schemas/${name}.json`, published(`./shop ${name} --json`, result)] as const],
    ),
  ]);
}

function published(title: string, shape: z.ZodType): string {
  const { $schema, ...schema } = z.toJSONSchema(shape);
  return `${JSON.stringify({ $schema, title, ...schema }, null, 2)}\n`;
}
