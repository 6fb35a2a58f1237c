import { withoutControls } from "../../terraform/process/without-controls";
import { failing } from "./failing";
import type { Figure, Report } from "./schema";
import { count, duration } from "./words";

/** What stands last in the terminal: the verdict, the figures, what failed, and where the rest is. */
export function verdictBlock(report: Report): string {
  const { verdict, sentence, figures, folder } = report;
  const found = failing(report);
  const lines = [
    "",
    `${mark[verdict]} ${verdict.toUpperCase()}  ${sentence}`,
    "",
    `  RTO  ${told(figures.rto)}`,
    `  RPO  ${told(figures.rpo)}`,
    `  ${checksTold(report)}`,
    ...found
      .slice(0, most)
      .flatMap(({ status, title, lines, logs }) => [
        `  ${status}: ${title}`,
        ...lines.slice(0, 3).map((line) => `    ${line}`),
        ...logs.map((log) => `    drill-report/${folder}/${log}`),
      ]),
    ...(found.length > most ? [`  and ${found.length - most} more`] : []),
    "",
    `  Report: drill-report/${folder}/report.html`,
  ];
  return withoutControls(lines.join("\n"));
}

const most = 5;
const mark = { passed: "✔", failed: "✖", uncertain: "?", interrupted: "✖" } as const;

const told = ({ seconds, objectiveMinutes, outcome }: Figure): string => {
  const measured = seconds === null ? "not measured" : duration(seconds);
  return objectiveMinutes === null ? measured : `${measured.padEnd(14)} objective ${objectiveMinutes} min: ${outcome}`;
};

function checksTold({ checks, aws }: Report): string {
  const of = (wanted: string): number => checks.filter(({ status }) => status === wanted).length;
  const parts = ["passed", "failed", "uncertain", "skipped"]
    .filter((status) => of(status) > 0)
    .map((status) => `${of(status)} ${status}`);
  const worth = aws.kind === "local" ? ". The figures are the local AWS's, not AWS's" : "";
  return `${count(checks.length, "check")}: ${parts.join(", ")}${worth}`;
}
