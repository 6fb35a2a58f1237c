/** Characters that nobody sees, or that change what is seen of others: controls, directions, joiners, blanks of many kinds. */
const unseen = /[\p{C}\p{Zl}\p{Zp}\u{115F}\u{1160}\u{17B4}\u{17B5}\u{2800}\u{3164}\u{FFA0}]|(?! )\p{Zs}/gu;

/** Somebody else's text with everything in it to be seen, in one line. */
export const visible = (text: string): string =>
  text
    .replace(unseen, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
    .replaceAll("##[", `##${gap}[`);

/** Stands where GitHub would otherwise see a mention, a reference or a link; it is as wide as nothing. */
const gap = "\u200B";

/**
 * What GitHub does with plain text after it has read the Markdown: people are told of mentions, issues and pages of references to
 * them, formulas are set, and runners of workflows take lines for commands.
 */
const live: readonly (readonly [RegExp, string])[] = [
  [/@(?=[\w-])/g, `@${gap}`],
  [/#(?=\d)/g, `#${gap}`],
  [/\bGH-(?=\d)/gi, `$&${gap}`],
  [/:(?=\/\/)/g, `:${gap}`],
  [/\bwww(?=\.)/gi, `$&${gap}`],
  [/^(\s*:)(?=:)/, `$1${gap}`],
  [/\$/g, `$$${gap}`],
];

/** Somebody else's text as nothing but text, also for what GitHub makes of it after the Markdown. */
export const inert = (text: string): string =>
  live.reduce(
    (left, [found, replacement]) => left.replace(found, replacement),
    visible(text.replace(/\s*\n\s*/g, " ")),
  );

/** A text that is no longer than so many characters, with its beginning and its end. */
export function clipped(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = Math.floor(length / 4);
  // Neither part begins or ends within a pair that is one character.
  const head = text.slice(0, length - end).replace(/[\uD800-\uDBFF]$/, "");
  const tail = text.slice(-end).replace(/^[\uDC00-\uDFFF]/, "");
  return `${head} … ${tail} (${text.length.toLocaleString("en")} characters)`;
}

/** A text as HTML shows it. */
export const htmlText = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
