import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../../terraform/project-root";
import type { Kept } from "../kept";
import type { Report } from "../schema";
import { duration, when } from "../words";
import { checksSection } from "./checks";
import { customersSection } from "./customers";
import { evidenceSection } from "./evidence";
import { failingSection } from "./failing";
import { figuresSection } from "./figures";
import { Markup, markup, prose } from "./markup";
import { leftoversSection, paritySection } from "./parity";
import { timelineSection } from "./timeline";
import { trendSection } from "./trend";

/** The report as one page that needs nothing but itself; `trend` has the latest runs, this one last. */
export function html(report: Report, trend: readonly Kept[]): string {
  const css = new Markup(readFileSync(join(projectRoot, "dr/report/html/page.css"), "utf8"));
  const { run, verdict } = report;
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>Drill ${run}: ${verdict}</title>
<style>${css}</style>
</head>
<body>
${header(report)}
<main>
${failingSection(report)}
${figuresSection(report)}
${timelineSection(report)}
${checksSection(report)}
${customersSection(report)}
${paritySection(report)}
${leftoversSection(report)}
${trendSection(report, trend)}
${evidenceSection(report)}
</main>
<footer>
<p><a href="report.json">report.json</a> <a href="report.md">report.md</a> <a href="junit.xml">junit.xml</a> <a href="SHA256SUMS">SHA256SUMS</a> <a href="logs/">logs</a></p>
</footer>
</body>
</html>
`;
  return page.text;
}

function header(report: Report): Markup {
  const { run, verdict, sentence, start, durationSeconds, git, lost, target, aws, environment } = report;
  return markup`<header class="${verdict}"><div>
<p class="kicker"><span class="badge ${verdict}">${verdict}</span> <span>Recovery drill ${run}</span> <time datetime="${start}">${when(start)}</time></p>
<h1>${prose(sentence)}</h1>
<dl class="facts">
${fact("Region", `${lost} → ${target}`)}
${fact("Where", `${aws.name}, ${environment}`)}
${fact("Took", duration(durationSeconds))}
${fact("Commit", `${git.commit.slice(0, 12)} (${git.ref})`)}
${startedBy(report)}
</dl>
</div></header>`;
}

const fact = (name: string, value: string): Markup => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`;

const startedBy = ({ trigger, actor, host, ciRun }: Report): Markup => {
  const link = ciRun === null ? markup`${trigger}` : markup`<a href="${ciRun}">${trigger}</a>`;
  return markup`<div><dt>Started</dt><dd>${link}, by ${actor} on ${host}</dd></div>`;
};
