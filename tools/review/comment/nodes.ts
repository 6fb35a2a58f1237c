import type { Heading, InlineCode, List, Paragraph, PhrasingContent, Table, TableCell, Text } from "mdast";

export const text = (value: string): Text => ({ type: "text", value });
export const code = (value: string): InlineCode => ({ type: "inlineCode", value });
export const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: "paragraph", children });
export const heading = (depth: Heading["depth"], title: string): Heading => ({
  type: "heading",
  depth,
  children: [text(title)],
});

export const bulletList = (items: readonly PhrasingContent[][]): List => ({
  type: "list",
  spread: false,
  children: items.map((item) => ({ type: "listItem", spread: false, children: [paragraph(...item)] })),
});

export function table(head: readonly string[], rows: readonly (readonly PhrasingContent[])[][]): Table {
  const cell = (children: readonly PhrasingContent[]): TableCell => ({ type: "tableCell", children: [...children] });
  const row = (cells: readonly (readonly PhrasingContent[])[]) => ({
    type: "tableRow" as const,
    children: cells.map(cell),
  });
  return { type: "table", children: [row(head.map((title) => [text(title)])), ...rows.map(row)] };
}
