import { z } from "zod";
import { type Report, reportSchema, verdicts } from "./schema";

/** What is kept of a run for good, and shown in the trend: the verdict and the figures, and nobody's name. */
export const keptSchema = z.object({
  schemaVersion: z.literal(2),
  reduced: z.literal(true).describe("The rest of the report is gone: it named who had run it, and where."),
  run: z.string(),
  start: z.iso.datetime(),
  verdict: z.enum(verdicts),
  aws: z.enum(["local", "account"]),
  lost: z.string(),
  target: z.string(),
  durationSeconds: z.number(),
  rtoSeconds: z.number().nullable(),
  rpoSeconds: z.number().nullable(),
});

export type Kept = Readonly<z.infer<typeof keptSchema>>;

/** What is kept of a report. */
export const kept = ({ run, start, verdict, aws, lost, target, durationSeconds, figures }: Report): Kept => ({
  schemaVersion: 2,
  reduced: true,
  run,
  start,
  verdict,
  aws: aws.kind,
  lost,
  target,
  durationSeconds,
  rtoSeconds: figures.rto.seconds,
  rpoSeconds: figures.rpo.seconds,
});

/** Reads a `report.json`, whole or reduced; undefined where it is neither. */
export function readKept(text: string): Kept | undefined {
  const content = parsed(text);
  const reduced = keptSchema.safeParse(content);
  if (reduced.success) return reduced.data;
  const whole = reportSchema.safeParse(content);
  return whole.success ? kept(whole.data) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
