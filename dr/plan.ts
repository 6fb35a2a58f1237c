import { z } from "zod";
import { roughly } from "../terraform/process/elapsed";

/** What a drill would do: what `drill --dry-run` gives. */
export const drillPlan = z.object({
  dryRun: z.literal(true),
  target: z.string().describe("The region that would be lost, and where it would be rebuilt."),
  place: z.string().describe("Which of how many targets that is."),
  commit: z.string(),
  aws: z.string().describe("Where: a local AWS of its own, another one, or an account."),
  steps: z.array(z.object({ title: z.string(), usualSeconds: z.number().nullable() })),
});
export type DrillPlan = z.infer<typeof drillPlan>;

/** A line on what is drilled. */
export const headline = ({ target, place, commit, aws }: Omit<DrillPlan, "steps">): string =>
  `${target} (${place}), commit ${commit.slice(0, 12)}, in ${aws}`;

/** The plan for people. */
export function planText(plan: DrillPlan): string {
  const width = Math.max(...plan.steps.map(({ title }) => title.length));
  const known = plan.steps.flatMap(({ usualSeconds }) => usualSeconds ?? []);
  const sum = known.reduce((total, seconds) => total + seconds, 0);
  return [
    `Would drill ${headline(plan)}:`,
    ...plan.steps.map(({ title, usualSeconds }, index) =>
      `  ${String(index + 1).padStart(2)}. ${title.padEnd(width)}  ${usualSeconds === null ? "" : roughly(usualSeconds)}`.trimEnd(),
    ),
    ...(known.length === 0 ? [] : [`Usually ${roughly(sum)}. Nothing was made.`]),
  ].join("\n");
}
