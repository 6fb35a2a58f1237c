import { nameOf } from "../parity/difference";
import type { Report } from "./report";
import { statesSection } from "./states";

/** The report for people: the figures first, then what was checked, how long it took, and what differs on purpose. */
export function markdown(report: Report): string {
  const {
    run,
    passed,
    git,
    aws,
    lost,
    target,
    rtoSeconds,
    rpo,
    steps,
    checks,
    parity,
    stateParity,
    leftovers,
    counts,
    calls,
    versions,
  } = report;
  const left = leftovers?.flatMap(({ region, left }) => left.map((item) => ({ region, ...item }))) ?? [];
  const soft =
    leftovers?.flatMap(({ region, softlyDeleted }) => softlyDeleted.map((item) => ({ region, ...item }))) ?? [];
  return [
    `# Drill ${run}: ${passed ? "passed" : "not proved"}`,
    "",
    `${lost} was ${passed ? "" : "to be "}lost and rebuilt in ${target} from commit \`${git.commit}\` (${git.ref}), in ${aws}.`,
    "",
    "| figure | value |",
    "|---|---|",
    `| RTO, from the loss to the verified region | ${seconds(rtoSeconds)} |`,
    `| RPO, age of the recovered data at the loss (basis: snapshot) | ${seconds(rpo?.seconds)} |`,
    `| resources in the source, and recovered | ${counts.source ?? "not counted"}, ${counts.recovered ?? "not counted"} |`,
    `| left over | ${leftovers ? left.length : "not swept"} |`,
    `| calls by region | ${Object.entries(calls)
      .map(([region, count]) => `${region} ${count}`)
      .join(", ")} |`,
    `| versions | ${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(", ")} |`,
    "",
    "## Checks",
    "",
    "| check | outcome | seen |",
    "|---|---|---|",
    ...checks.map(
      ({ title, status, seen, problems }) => `| ${title} | ${status} | ${cell([seen, ...problems].join("; "))} |`,
    ),
    "",
    "## Steps",
    "",
    "| step | seconds | critical path | outcome |",
    "|---|---:|---|---|",
    ...steps.map(
      ({ title, seconds: took, error, ...work }) =>
        `| ${title} | ${took.toFixed(1)} | ${pathOf(work)} | ${error === undefined ? "done" : cell(error)} |`,
    ),
    "",
    "Steps follow each other; inside a step, the roots of its critical path decided how long it took.",
    ...section(
      "Declared differences between source and recovery",
      [...(parity?.declared ?? []), ...(stateParity?.declared ?? [])].map(
        ({ setting, source, recovered, reason, ...of }) =>
          `${nameOf(of)}, ${setting}: ${JSON.stringify(source)} in the source, ${JSON.stringify(recovered)} recovered. ${reason}`,
      ),
    ),
    ...(stateParity ? statesSection(stateParity) : []),
    ...section(
      "Not exercised here",
      report.notExercised.map(({ type, reason }) => `${type}: ${reason}`),
    ),
    ...section(
      "Left over",
      left.map(({ region, type, id }) => `${region}: ${type} ${id}`),
    ),
    ...section(
      "Deleted softly: AWS removes it on the date",
      soft.map(({ region, type, id, goneOn }) => `${region}: ${type} ${id}, gone on ${goneOn}`),
    ),
    "",
  ].join("\n");
}

const pathOf = ({ criticalPath = [], roots = [] }: Pick<Report["steps"][number], "criticalPath" | "roots">): string =>
  criticalPath.map((id) => `${id} ${seconds(roots.find(({ root }) => root === id)?.seconds)}`).join(" → ");

const seconds = (value: number | undefined): string => (value === undefined ? "not measured" : `${value.toFixed(0)} s`);
const cell = (text: string): string => text.replaceAll("<", "&lt;").replaceAll("|", "\\|").replaceAll("\n", "<br>");
const section = (title: string, lines: readonly string[] = []): string[] =>
  lines.length === 0 ? [] : ["", `## ${title}`, "", ...lines.map((line) => `- ${cell(line)}`)];
