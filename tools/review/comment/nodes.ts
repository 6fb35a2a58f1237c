import type { Code, Heading, Html, InlineCode, List, Paragraph, PhrasingContent, Text } from "mdast";
import { clipped, htmlText, inert, visible } from "./foreign";

/** How long an address, a name or a sentence may be. */
const longest = 400;

/** Text; whatever of it is somebody else's does nothing but be read. */
export const text = (value: string): Text => ({ type: "text", value: inert(clipped(value, 3 * longest)) });

/** A name of something. */
export const code = (value: string): InlineCode => ({ type: "inlineCode", value: visible(clipped(value, longest)) });

export const strong = (value: string): PhrasingContent => ({ type: "strong", children: [text(value)] });

/** A sentence in which each of these names, and each ARN, is code. */
export function sentence(value: string, names: readonly string[]): PhrasingContent[] {
  const name = [...names, /\barn:aws[^\s,;]*[^\s,;.]/.exec(value)?.[0] ?? ""].find(
    (one) => one !== "" && value.includes(one),
  );
  if (name === undefined) return value === "" ? [] : [text(value)];
  const at = value.indexOf(name);
  return [...sentence(value.slice(0, at), names), code(name), ...sentence(value.slice(at + name.length), names)];
}

export const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: "paragraph", children });

export const heading = (depth: Heading["depth"], ...children: PhrasingContent[]): Heading => ({
  type: "heading",
  depth,
  children,
});

export const bullet = (...children: PhrasingContent[]): List => bulletWith([paragraph(...children)]);

export const bulletWith = (children: List["children"][number]["children"]): List => ({
  type: "list",
  spread: false,
  children: [{ type: "listItem", spread: false, children }],
});

/** Lines in a block, in the colours of a language. */
export const block = (lang: string, lines: readonly string[]): Code => ({
  type: "code",
  lang,
  value: lines.join("\n"),
});

/** What ends something that is folded. */
export const foldEnd: Html = { type: "html", value: "</details>" };

/** What begins something that is folded until somebody opens it, and is seen of it: own words, and names as code. */
export const summary = (...parts: readonly (string | { readonly name: string })[]): Html => ({
  type: "html",
  value: `<details><summary>${parts.map(summaryPart).join("")}</summary>`,
});

const summaryPart = (part: string | { readonly name: string }): string =>
  typeof part === "string"
    ? htmlText(inert(clipped(part, longest)))
    : `<code>${htmlText(visible(clipped(part.name, longest)))}</code>`;
