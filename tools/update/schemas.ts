import { z } from "zod";
import { reviewExceptionsFile } from "../../regions/schema/review-exceptions-schema";
import { everyCommand, reportShape } from "../shop/commands";

/** The JSON Schema of what each command prints with `--json`, and of the report that a drill writes, by path. */
export async function schemas(): Promise<Map<string, string>> {
  const loaded = await everyCommand();
  return new Map([
    ["docs/schemas/review-exceptions.json", published("./shop review --exceptions FILE", reviewExceptionsFile)],
    ["docs/schemas/report.json", published("report.json of a drill", await reportShape())],
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
