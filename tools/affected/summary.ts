import { appendFileSync } from "node:fs";
import { toMarkdown } from "mdast-util-to-markdown";

/** On GitHub, adds a text as it is to the job's summary, under a heading. */
export function summarize(title: string, text: string, summary = process.env.GITHUB_STEP_SUMMARY): void {
  if (!summary) return;
  const markdown = toMarkdown({
    type: "root",
    children: [
      { type: "heading", depth: 2, children: [{ type: "text", value: title }] },
      { type: "code", value: text },
    ],
  });
  appendFileSync(summary, `${markdown}\n`);
}
