import { trendLength } from "../history";
import type { Kept } from "../kept";
import type { Report } from "../schema";
import { count, duration, measured, when } from "../words";
import { type Markup, markup, prose } from "./markup";

const height = 120;
/** A run without a figure has a short bar, in the colour of its verdict. */
const stub = 10;

/** The recovery times of the latest runs of the same regions in the same kind of AWS: others cannot be compared. */
export function trendSection({ aws, lost, target, run: current }: Report, trend: readonly Kept[]): Markup {
  const runs = trend
    .filter((run) => run.aws === aws.kind && run.lost === lost && run.target === target)
    .slice(-trendLength);
  const longest = Math.max(1, ...runs.map(({ rtoSeconds }) => rtoSeconds ?? 0));
  const slot = 100 / Math.max(10, runs.length);
  const passed = runs.filter(({ verdict }) => verdict === "passed").length;
  const bars = runs.map((run, index) => {
    const tall = run.rtoSeconds === null ? stub : Math.max(stub, (height - 20) * (run.rtoSeconds / longest));
    const place = markup`x="${(index * slot + slot * 0.15).toFixed(2)}%" width="${(slot * 0.7).toFixed(2)}%" y="${(height - tall).toFixed(1)}" height="${tall.toFixed(1)}"`;
    return markup`<rect class="${run.verdict}" ${place} rx="2"><title>${when(run.start)}: ${run.verdict}, RTO ${measured(run.rtoSeconds)}</title></rect>`;
  });
  const where = aws.kind === "local" ? "on the local AWS" : "on AWS";
  const told = `${passed} of ${count(runs.length, "run")} ${where} passed, this one included. The bars are recovery times, the longest ${duration(longest)}; a short bar was not measured.`;
  return markup`<section id="trend">
<h2>How it has gone lately</h2>
<p>${prose(told)}</p>
<svg class="trend" width="100%" height="${height}" role="img" aria-label="Recovery times of the last runs">${bars}<line class="base" x1="0" x2="100%" y1="${height - 0.5}" y2="${height - 0.5}"/></svg>
<details><summary>As a table</summary>
<table class="fold"><thead><tr><th>Run</th><th>Began</th><th>Verdict</th><th class="number">RTO</th><th class="number">RPO</th><th class="number">Took</th></tr></thead><tbody>
${[...runs]
  .reverse()
  .map(
    ({ run, start, verdict, rtoSeconds, rpoSeconds, durationSeconds }) =>
      markup`<tr><td data-label="Run">${run === current ? markup`<strong>${run}</strong>` : run}</td><td data-label="Began">${when(start)}</td><td data-label="Verdict"><span class="state ${verdict}">${verdict}</span></td><td data-label="RTO" class="number">${measured(rtoSeconds)}</td><td data-label="RPO" class="number">${measured(rpoSeconds)}</td><td data-label="Took" class="number">${duration(durationSeconds)}</td></tr>`,
  )}
</tbody></table></details>
</section>`;
}
