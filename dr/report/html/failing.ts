import { failing } from "../failing";
import type { Report } from "../schema";
import { type Markup, markup } from "./markup";

/** What did not go as it should, before all else: what it said last, and the log to open. */
export function failingSection(report: Report): Markup | undefined {
  const found = failing(report);
  if (found.length === 0) return undefined;
  return markup`<section id="failing">
<h2>${report.verdict === "interrupted" ? "Where it was interrupted" : "What failed"}</h2>
${found.map(
  ({ status, title, lines, logs }) => markup`<article class="failure ${status}">
<h3><span class="state ${status}">${status}</span> ${title}</h3>
<pre>${lines.join("\n")}</pre>
${logs.length > 0 ? markup`<p>Log: ${logs.map((log) => markup`<a href="${log}"><code>${log}</code></a> `)}</p>` : undefined}
</article>`,
)}
</section>`;
}
