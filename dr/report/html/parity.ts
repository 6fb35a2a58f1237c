import { nameOf } from "../../parity/difference";
import { scheduledForDeletion } from "../scheduled";
import type { Report } from "../schema";
import { count } from "../words";
import { type Markup, markup, prose } from "./markup";

type Declared = NonNullable<Report["parity"]>["declared"];

/** Whether what was recovered is what was lost. */
export function paritySection({ parity, stateParity, counts, lost, target }: Report): Markup {
  if (!parity && !stateParity)
    return markup`<section id="parity"><h2>Is it the same?</h2><p>Not compared: the recovered region was not verified.</p></section>`;
  return markup`<section id="parity">
<h2>Is it the same?</h2>
<ul class="plain">
${parity ? markup`<li>In AWS, ${count(parity.compared, "resource")} of ${count(Object.keys(parity.types).length, "type")} were compared: ${differ(parity.differences.length)}. ${prose(`${lost} had ${counts.source ?? "?"}, ${target} has ${counts.recovered ?? "?"}`)}; backups that AWS makes by its schedule are not compared.</li>` : undefined}
${stateParity ? markup`<li>In Terraform's states, ${count(stateParity.attributes, "attribute")} of ${count(stateParity.resources, "resource")} were compared, address by address: ${differ(stateParity.differences.length)}.</li>` : undefined}
</ul>
${declaredList([...(parity?.declared ?? []), ...(stateParity?.declared ?? [])])}
${stateParity ? notCompared(stateParity.notCompared) : undefined}
</section>`;
}

const differ = (number: number): string =>
  number === 0 ? "no undeclared difference" : count(number, "undeclared difference");

const declaredList = (declared: Declared): Markup | undefined =>
  declared.length === 0
    ? undefined
    : markup`<details><summary>${count(declared.length, "difference is", "differences are")} meant, each with its reason</summary>
<table class="fold"><thead><tr><th>What</th><th>Source</th><th>Recovered</th><th>Why</th></tr></thead><tbody>
${declared.map(
  ({ setting, source, recovered, reason, ...of }) =>
    markup`<tr><td data-label="What"><code>${nameOf(of)}</code> ${setting}</td><td data-label="Source"><code>${shown(source)}</code></td><td data-label="Recovered"><code>${shown(recovered)}</code></td><td data-label="Why">${reason}</td></tr>`,
)}
</tbody></table></details>`;

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? "–";
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
};

const notCompared = (
  list: NonNullable<Report["stateParity"]>["notCompared"],
): Markup => markup`<details><summary>What was not compared, and why</summary>
<table class="fold"><thead><tr><th>Reason</th><th class="number">How many</th></tr></thead><tbody>
${list.map(({ reason, count }) => markup`<tr><td data-label="Reason">${reason}</td><td data-label="How many" class="number">${count.toLocaleString("en")}</td></tr>`)}
</tbody></table></details>`;

/** What the drill left behind. */
export function leftoversSection(report: Report): Markup {
  const { leftovers } = report;
  const left = leftovers?.flatMap(({ region, left }) => left.map(({ type, id }) => `${region}: ${type} ${id}`));
  const scheduled = scheduledForDeletion(report);
  return markup`<section id="leftovers">
<h2>Is anything left over?</h2>
<p>${left === undefined ? "The regions were not swept." : left.length === 0 ? "Nothing: every region was swept, and has what it had before." : `${count(left.length, "resource is", "resources are")} left over.`}</p>
${left && left.length > 0 ? markup`<ul>${left.map((line) => markup`<li><code>${line}</code></li>`)}</ul>` : undefined}
${scheduled.map((line) => markup`<p class="worth">${prose(line)}; which ones, <a href="report.json">report.json</a> says.</p>`)}
</section>`;
}
