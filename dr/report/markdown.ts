import { withoutControls } from "../../terraform/process/without-controls";
import { failing } from "./failing";
import { ledTo, type While, whenLed, whiles } from "./led";
import { scheduledForDeletion } from "./scheduled";
import type { Figure, Report, ReportedStep } from "./schema";
import { count, duration, when } from "./words";

/** The report for people who read it in a terminal or on GitHub: what happened, the figures, what failed, and then the rest. */
export function markdown(report: Report): string {
  const { run, verdict, sentence, checks, notExercised, scope, assumptions } = report;
  return [
    `# Drill ${run}: ${verdict}`,
    "",
    cell(sentence),
    "",
    ...facts(report),
    ...figures(report),
    ...failures(report),
    "",
    "## Checks",
    "",
    "| check | outcome | seen |",
    "|---|---|---|",
    ...inOrder(checks).map(
      ({ title, status, seen, problems }) =>
        `| ${title} | ${status} | ${cell([seen, ...problems].filter(Boolean).join("; "))} |`,
    ),
    ...section("Where were customers led?", whiles(report).map(ledLine)),
    ...steps(report),
    ...section("Is it the same?", parityLines(report)),
    ...section("What was taken for given", [`${report.scenario} ${scope.text}.`, ...assumptions]),
    ...section(
      "Not exercised here",
      notExercised.map(({ type, reason }) => `${type}: ${reason}`),
    ),
    "",
  ].join("\n");
}

const ledLine = (one: While): string =>
  `${one.after}: ${ledTo(one.region)} (${whenLed(one)}; ${one.through.join(" → ")})`;

function facts({
  start,
  durationSeconds,
  trigger,
  actor,
  host,
  ciRun,
  git,
  aws,
  lost,
  target,
  versions,
}: Report): string[] {
  const ran = ciRun ? `[${trigger}](${ciRun})` : trigger;
  return [
    `${when(start)}, ${duration(durationSeconds)}, ${ran}, by ${cell(actor)} on ${cell(host)}. ${lost} → ${target}, commit \`${git.commit.slice(0, 12)}\` (${cell(git.ref)}), in ${cell(aws.name)}.`,
    `${Object.entries(versions)
      .map(([name, version]) => cell(`${name} ${version}`))
      .join(", ")}.`,
  ];
}

function figures(report: Report): string[] {
  const { rto, rpo } = report.figures;
  const left = report.leftovers?.reduce((sum, { left }) => sum + left.length, 0);
  const scheduled = scheduledForDeletion(report);
  return [
    "",
    "| figure | measured | objective | |",
    "|---|---:|---:|---|",
    row("RTO", rto),
    row("RPO", rpo),
    "",
    `- RTO: ${rto.worth}`,
    `- RPO: ${rpo.worth}`,
    `- Cost: ${report.night?.worth ?? "not known."}`,
    `- ${left === undefined ? "Leftovers: not looked for." : `${count(left, "resource")} left over.`}`,
    ...scheduled.map((line) => `- ${line} (report.json)`),
  ];
}

const row = (name: string, { seconds, objectiveMinutes, outcome }: Figure): string =>
  `| ${name} | ${seconds === null ? "not measured" : duration(seconds)} | ${objectiveMinutes === null ? "none" : `${objectiveMinutes} min`} | ${outcome} |`;

function failures(report: Report): string[] {
  const found = failing(report);
  if (found.length === 0) return [];
  return [
    "",
    "## What failed",
    ...found.flatMap(({ status, title, lines, logs }) => [
      "",
      `**${cell(title)}**: ${status}${logs.length > 0 ? `, see ${logs.map((log) => `\`${log}\``).join(", ")}` : ""}`,
      "",
      "```text",
      ...lines.map((line) => withoutControls(line).replaceAll("```", "'''")),
      "```",
    ]),
  ];
}

const steps = (report: Report): string[] => [
  "",
  "## Steps",
  "",
  "| step | took | critical path | outcome |",
  "|---|---:|---|---|",
  ...report.steps.map(
    (step) =>
      `| ${step.title} | ${step.seconds === undefined ? "" : duration(step.seconds)} | ${pathOf(step)} | ${step.status} |`,
  ),
  "",
  "Steps follow each other; inside a step, the roots of its critical path decided how long it took.",
];

const pathOf = ({ criticalPath = [], roots = [] }: ReportedStep): string =>
  criticalPath.map((id) => `${id} ${duration(roots.find(({ root }) => root === id)?.seconds ?? 0)}`).join(" → ");

function parityLines({ parity, stateParity }: Report): string[] {
  const declared = (parity?.declared.length ?? 0) + (stateParity?.declared.length ?? 0);
  const undeclared = (parity?.differences.length ?? 0) + (stateParity?.differences.length ?? 0);
  if (!parity && !stateParity) return [];
  return [
    ...(parity
      ? [
          `AWS: ${count(parity.compared, "resource")} of ${count(Object.keys(parity.types).length, "type")} were compared.`,
        ]
      : []),
    ...(stateParity
      ? [
          `Terraform's states: ${count(stateParity.attributes, "attribute")} of ${count(stateParity.resources, "resource")} were compared, address by address.`,
        ]
      : []),
    `${count(undeclared, "undeclared difference")}; ${count(declared, "declared one")}, each with its reason in report.html, as what was not compared.`,
  ];
}

const severity = ["failed", "uncertain", "passed", "skipped"];

/** Failing things first. */
const inOrder = (checks: Report["checks"]): Report["checks"] =>
  [...checks].sort((one, other) => severity.indexOf(one.status) - severity.indexOf(other.status));

/** Text of others, such as a branch's name or what AWS answers, as text: no HTML, link, image, code or other cell. */
const cell = (text: string): string =>
  withoutControls(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/[\\`|[\]]/g, "\\$&")
    .replaceAll("\n", "<br>");
const section = (title: string, lines: readonly string[] = []): string[] =>
  lines.length === 0 ? [] : ["", `## ${title}`, "", ...lines.map((line) => `- ${cell(line)}`)];
