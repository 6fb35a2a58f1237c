import type { Figure, Report } from "../schema";
import { duration, measured } from "../words";
import { type Markup, markup, prose } from "./markup";

/** RTO and RPO against their objectives, and what they are worth. */
export function figuresSection(report: Report): Markup {
  const { figures, aws } = report;
  const where = aws.kind === "local" ? "on the local AWS" : "";
  return markup`<section id="figures">
<h2>How fast, and how much was lost</h2>
<div class="cards">
${card("RTO", { about: "Recovery time, from the loss to the verified region", where }, figures.rto)}
${card("RPO", { about: "Recovery point, the age of the recovered data at the loss", where }, figures.rpo)}
${predicted(report)}
</div>
</section>`;
}

/** What a figure is of, and where it was measured. */
interface Measured {
  readonly about: string;
  readonly where: string;
}

const card = (name: string, { about, where }: Measured, figure: Figure): Markup => markup`<article class="card">
<h3><abbr title="${about}">${name}</abbr> <span class="state ${figure.outcome.replaceAll(" ", "-")}">${figure.outcome}</span></h3>
<p class="figure">${measured(figure.seconds)}${where === "" || figure.seconds === null ? undefined : markup` <small>${where}</small>`}</p>
<p class="against">${about}. ${prose(objectiveOf(figure))}.</p>
<p class="worth">${prose(figure.worth)}</p>
</article>`;

const objectiveOf = ({ objectiveMinutes }: Figure): string =>
  objectiveMinutes === null ? "No objective is set" : `Objective: ${duration(objectiveMinutes * 60)}`;

/** What to expect on AWS, as a range beside the objective. */
function predicted({ onAws, figures, aws }: Report): Markup {
  const [least, most] = onAws.small;
  const objective = figures.rto.objectiveMinutes;
  const whole = Math.max(most, objective ?? 0) * 1.08;
  const at = (minutes: number): string => `${((100 * minutes) / whole).toFixed(2)}%`;
  const mark =
    objective === null
      ? undefined
      : markup`<line class="objective" x1="${at(objective)}" x2="${at(objective)}" y1="2" y2="26"/>`;
  const measured =
    figures.rto.seconds === null || aws.kind === "local"
      ? undefined
      : markup`<circle class="measured" cx="${at(figures.rto.seconds / 60)}" cy="14" r="6"/>`;
  const line = objective === null ? "" : `The line is the objective: ${duration(objective * 60)}. `;
  const about = `${line}Predicted are ${onAws.sum}; ${onAws.prepared}.`;
  return markup`<article class="card predicted">
<h3>On AWS <span class="state predicted">predicted</span></h3>
<p class="figure">${least}–${most} min</p>
<svg class="range" width="100%" height="28" role="img" aria-label="${least} to ${most} minutes predicted, objective ${objective ?? "none"} minutes">
<rect class="track" x="0" y="11" width="100%" height="6" rx="3"/><rect class="predicted" x="${at(least)}" y="8" width="${at(most - least)}" height="12" rx="3"/>${mark}${measured}
</svg>
<p class="against">${prose(about)}</p>
<details><summary>By step</summary>
<table class="fold"><thead><tr><th>Step</th><th class="number">Minutes</th><th>What would take it out</th></tr></thead><tbody>
${onAws.steps.map(
  ({ step, minutes, note, without }) =>
    markup`<tr><td data-label="Step">${step}${note ? markup` <small>${note}</small>` : undefined}</td><td data-label="Minutes" class="number">${minutes === null ? "" : minutes.join("–")}</td><td data-label="What would take it out">${without}</td></tr>`,
)}
</tbody></table>
<p class="worth">Source: ${onAws.source}.</p></details>
</article>`;
}
