/** A piece of HTML in which everything that came from elsewhere is escaped. */
export class Markup {
  constructor(readonly text: string) {}
}

type Content = Markup | string | number | undefined | readonly Content[];

/** HTML from a template: whatever is put into it is escaped, unless it is HTML from a template itself. */
export const markup = (strings: TemplateStringsArray, ...contents: readonly Content[]): Markup =>
  new Markup(strings.map((part, index) => part + textOf(contents[index])).join(""));

function textOf(content: Content): string {
  if (content === undefined) return "";
  if (content instanceof Markup) return content.text;
  if (typeof content === "string" || typeof content === "number") return escaped(String(content));
  return content.map(textOf).join("");
}

/** A text in which neither names of regions nor durations are broken at the end of a line. */
export const prose = (text: string): Markup =>
  new Markup(escaped(text).replace(unbroken, '<span class="nowrap">$&</span>'));

const unbroken = /\b[a-z]{2}-[a-z]+-\d\b|\b(?:\d+ h )?(?:\d+ min )?\d+ (?:h|min|s)\b|\d{4}-\d\d-\d\d/g;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
/** A text as HTML or XML show it; they may hold no control characters, and the output of programs does. */
export const escaped = (text: string): string =>
  text.replace(/(?![\t\n])\p{Cc}/gu, "").replace(/[&<>"']/g, (one) => entities[one] ?? "");
