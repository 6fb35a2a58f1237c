import { ledTo, type While, whenLed, whiles } from "../led";
import type { Report } from "../schema";
import { count } from "../words";
import { axis, place } from "./axis";
import { type Markup, markup } from "./markup";

/** Where customers were led from the loss on: a lane for each place, and a line for each change. */
export function customersSection(report: Report): Markup | undefined {
  const all = whiles(report);
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return undefined;
  const window = { from: Date.parse(report.lostAt ?? first.from), to: Date.parse(last.to) };
  const servers = new Set(report.customers.map(({ nameServer }) => nameServer));
  return markup`<section id="customers">
<h2>Where were customers led?</h2>
<p class="worth">As ${count(servers.size, "name server")} of the shop's domain said, from the loss on, in UTC.</p>
<div class="timeline">
${axis(window)}
${lanes(report).map(({ region, kind }) => lane(all, { region, kind, window }))}
</div>
<table class="fold"><thead><tr><th>After</th><th>Led</th><th>When</th><th>By these names</th></tr></thead><tbody>
${all.map(
  (one) =>
    markup`<tr><td data-label="After">${one.after}</td><td data-label="Led"><span class="nowrap">${ledTo(one.region)}</span></td><td data-label="When">${whenLed(one)}</td><td data-label="By these names"><code>${one.through.join(" → ")}</code></td></tr>`,
)}
</tbody></table>
</section>`;
}

interface Lane {
  readonly region: string | null;
  /** What its bars are called in the style sheet. */
  readonly kind: string;
}

/** The lost region, that in its place, others that customers were led to, and nowhere. */
function lanes({ lost, target, customers }: Report): Lane[] {
  const others = [...new Set(customers.map(({ region }) => region))].filter(
    (region) => region !== null && region !== lost && region !== target,
  );
  return [
    { region: lost, kind: "interrupted" },
    { region: target, kind: "run" },
    ...others.map((region) => ({ region, kind: "undo" })),
    { region: null, kind: "undo" },
  ];
}

/** A bar for each while; between two that say the same of it, nobody says otherwise. */
function lane(
  all: readonly While[],
  { region, kind, window }: Lane & { readonly window: { readonly from: number; readonly to: number } },
): Markup {
  const bars = all.flatMap((one, index) => {
    if (one.region !== region) return [];
    const next = all[index + 1];
    const to = next?.region === region ? next.from : one.to;
    return [
      markup`<rect class="${kind}" ${place({ from: Date.parse(one.from), to: Date.parse(to) }, window)} y="4" height="12" rx="2"/>`,
    ];
  });
  const answers = all.reduce((sum, one) => sum + (one.region === region ? one.answers : 0), 0);
  return markup`<div class="row"><span class="label">${ledTo(region)}</span><span class="took">${answers === 0 ? "never" : `${answers} ×`}</span><svg class="bar" width="100%" height="20" aria-hidden="true">${bars}</svg></div>`;
}
