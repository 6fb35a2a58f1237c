import type { Report } from "../schema";
import { type Markup, markup, prose } from "./markup";

/** What an auditor asks for: what was taken for given, what was left out, and what it all ran on. */
export function evidenceSection(report: Report): Markup {
  const { scenario, scope, assumptions, notExercised, repository, git, calls, versions, night } = report;
  return markup`<section id="evidence">
<h2>What it stands on</h2>
<p><strong>Scenario.</strong> ${prose(scenario)} <strong>Scope:</strong> ${scope.text}.</p>
<p><strong>What a night costs.</strong> ${prose(night?.worth ?? "It is not known.")}</p>
<p><strong>Taken for given:</strong></p>
<ul>${assumptions.map((one) => markup`<li>${prose(one)}</li>`)}</ul>
${notExercised.length > 0 ? markup`<details><summary>${notExercised.length} resource types are not exercised</summary><ul>${notExercised.map(({ type, reason }) => markup`<li><code>${type}</code>: ${reason}</li>`)}</ul></details>` : undefined}
<details><summary>Versions, calls and digests</summary>
<table class="fold"><tbody>
${line("Repository", repository ?? "not known")}
${line("Commit", git.commit)}
${Object.entries(versions).map(([name, version]) => line(name, version))}
${Object.entries(calls).map(([region, count]) => line(`Calls to ${region}`, count.toLocaleString("en")))}
${digests(report).map(([name, digest]) => line(name, digest))}
</tbody></table>
<p class="worth">Digests are SHA-256. SHA256SUMS has those of every file of this report; saved plans are in report.json.</p></details>
</section>`;
}

const digests = ({ digests: { synth, locks } }: Report): (readonly [string, string])[] => [
  ...(synth.source ? [["Synthesized for the source", synth.source] as const] : []),
  ...(synth.recovery ? [["Synthesized for the recovery", synth.recovery] as const] : []),
  ...Object.entries(locks),
];

const line = (name: string, value: string): Markup =>
  markup`<tr><th scope="row" data-label="What">${name}</th><td data-label="Value"><code>${value}</code></td></tr>`;
