import type { Root, RootContent } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown } from "mdast-util-to-markdown";
import type { ChangeView, Review } from "../result";
import { bulletList, code, heading, paragraph, table, text } from "./nodes";

/** The review as a comment on a pull request, in GitHub's Markdown. */
export function comment(review: Review): string {
  const root: Root = {
    type: "root",
    children: [heading(2, "Plan review"), summary(review), ...findings(review), ...changes(review)],
  };
  return toMarkdown(root, { extensions: [gfmToMarkdown()] });
}

function summary({ plans }: Review): RootContent {
  const fates = plans.flatMap((plan) => plan.changes.map(({ fate }) => fate));
  const counts = [...new Set(fates)].map((fate) => `${fates.filter((one) => one === fate).length} to ${fate}`);
  return paragraph(text(counts.length === 0 ? "Nothing changes." : `${counts.join(", ")}.`));
}

function findings({ findings }: Review): RootContent[] {
  if (findings.length === 0) return [];
  const rows = findings.map(({ severity, address, why, wayOut }) => [
    [text(severity)],
    [code(address)],
    [text(`${why} ${wayOut}`)],
  ]);
  return [heading(3, "Risks"), table(["Severity", "Resource", "What happens, and what can be done"], rows)];
}

const changes = ({ plans }: Review): RootContent[] =>
  plans.flatMap(({ root, changes }) => [
    heading(3, root),
    ...(changes.length === 0 ? [paragraph(text("Nothing changes."))] : [bulletList(changes.map(line))]),
  ]);

const line = ({ fate, address, why }: ChangeView) => [
  text(`${fate} `),
  code(address),
  ...(why ? [text(`: ${why}`)] : []),
];
