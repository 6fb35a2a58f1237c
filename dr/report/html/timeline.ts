import type { Report, ReportedStep } from "../schema";
import { duration } from "../words";
import { axis, drawn, type Window } from "./axis";
import { type Markup, markup } from "./markup";

/** When each step ran, and in it each root; the roots that decided how long it took stand out. */
export function timelineSection(report: Report): Markup {
  const { steps, start, end, lostAt, verifiedAt } = report;
  const all = { from: Date.parse(start), to: Date.parse(end) };
  const band = lostAt === null ? undefined : { from: Date.parse(lostAt), to: Date.parse(verifiedAt ?? end) };
  const brief = steps.filter(isBrief);
  const ran = steps.filter((step) => step.startedAt !== undefined && !brief.includes(step));
  const skipped = steps.filter(({ status }) => status === "skipped");
  return markup`<section id="timeline">
<h2>When what happened</h2>
<p class="legend"><span class="key run"></span> step <span class="key undo"></span> clean-up ${steps.some(({ status }) => status === "failed") ? markup`<span class="key failed"></span> failed ` : undefined}${steps.some(({ status }) => status === "interrupted") ? markup`<span class="key interrupted"></span> interrupted ` : undefined}<span class="key critical"></span> root on the critical path${band ? markup` <span class="key band"></span> ${verifiedAt === null ? "after the loss" : "recovery time"}` : undefined}</p>
<div class="timeline">
${axis(all)}
${ran.map((step) => stepRow(step, all, band))}
</div>
${brief.length > 0 ? markup`<p class="worth">Under a second each: ${brief.map(({ title }) => title).join("; ")}.</p>` : undefined}
${skipped.length > 0 ? markup`<p class="worth">Not run: ${skipped.map(({ title }) => title).join("; ")}.</p>` : undefined}
</section>`;
}

/** What undoes a step that has been undone already takes hardly any time. */
const isBrief = ({ phase, status, seconds = 0 }: ReportedStep): boolean =>
  phase === "undo" && status === "done" && seconds < 1;

function stepRow(step: ReportedStep, all: Window, band: Window | undefined): Markup {
  const { title, status, phase, seconds = 0, roots = [], criticalPath = [] } = step;
  const bar = drawn(windowOf(step), all, { kind: status === "done" ? phase : status, band });
  const path =
    criticalPath.length > 0 ? markup`<p class="path">Critical path: ${criticalPath.join(" → ")}</p>` : undefined;
  const state = status === "done" ? undefined : markup` <span class="state ${status}">${status}</span>`;
  const line = markup`<span class="label">${title}${state}</span><span class="took">${duration(seconds)}</span>${bar}`;
  if (roots.length === 0) return markup`<div class="row">${line}</div>`;
  return markup`<details class="roots"><summary><span class="row">${line}</span>${path}</summary>
${roots.map((root) => {
  const isCritical = criticalPath.includes(root.root);
  const kind = isCritical ? "critical" : "root";
  return markup`<div class="row root ${kind}"><span class="label">${root.root}</span><span class="took">${duration(root.seconds)}</span>${drawn(windowOf(root), windowOf(step), { kind })}</div>`;
})}
</details>`;
}

const windowOf = ({
  startedAt = "",
  seconds = 0,
}: {
  readonly startedAt?: string;
  readonly seconds?: number;
}): Window => {
  const from = Date.parse(startedAt);
  return { from, to: from + seconds * 1000 };
};
