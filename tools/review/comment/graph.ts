import type { Review } from "../result";
import type { Group } from "./fit";
import { block, heading, paragraph, text } from "./nodes";
import { ranks } from "./ranks";
import { count } from "./words";

/** More roots than that are no picture any more. */
const mostRoots = 24;

/** Which roots read what changes, as a small picture: an arrow for each root that gives, and each that reads. */
export function graph({ outputs, plans }: Review): Group[] {
  const arrows = new Map<string, { from: string; to: string; names: string[] }>();
  for (const { root: from, output, readers } of outputs)
    for (const to of readers ?? []) {
      const arrow = arrows.get(`${from}\n${to}`) ?? { from, to, names: [] };
      arrows.set(`${from}\n${to}`, { ...arrow, names: [...arrow.names, output] });
    }
  const roots = [...new Set([...arrows.values()].flatMap(({ from, to }) => [from, to]))];
  if (roots.length === 0) return [];
  const planned = new Set(plans.map(({ root }) => root));
  const nodeOf = (root: string): string => `r${roots.indexOf(root)}`;
  const lines = [
    "graph LR",
    ...roots.map((root) => `  ${nodeOf(root)}["${label(root)}"]${planned.has(root) ? ":::planned" : ""}`),
    ...[...arrows.values()].map(
      ({ from, to, names }) => `  ${nodeOf(from)} -->|"${label(namesIn(names))}"| ${nodeOf(to)}`,
    ),
    "  classDef planned stroke-width:3px",
  ];
  const readers = new Set([...arrows.values()].map(({ to }) => to));
  const words = `${count(readers.size, "root")} read${readers.size === 1 ? "s" : ""} what changes, and must be planned again once it has. Those with a thick line are planned here.`;
  return [
    {
      head: [heading(3, text("What else is affected"))],
      parts: [
        { ways: [{ rank: ranks.drift, nodes: () => [paragraph(text(words))] }] },
        ...(roots.length > mostRoots
          ? []
          : [{ ways: [{ rank: ranks.notKnown, nodes: () => [block("mermaid", lines)] }] }]),
      ],
    },
  ];
}

const namesIn = (names: readonly string[]): string =>
  names.length <= 2 ? names.join(", ") : `${names[0]} and ${names.length - 1} more`;

/** Text in a picture: every character that could mean something to Mermaid is written as a number. */
const label = (text: string): string =>
  Array.from(text.slice(0, 60), (character) =>
    /[A-Za-z0-9 _./-]/.test(character) ? character : `#${character.codePointAt(0)};`,
  ).join("");
