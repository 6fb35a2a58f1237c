/** A Markdown table, or what stands there when it has no rows. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[], none: string): string =>
  rows.length === 0
    ? none
    : [head, head.map(() => "---"), ...rows].map((row) => `| ${row.map(cell).join(" | ")} |`).join("\n");

/** A fenced block of code. */
export const fenced = (language: string, code: string): string => `\`\`\`${language}\n${code}\n\`\`\``;

/** Text as code. */
export const code = (text: string): string => `\`${text}\``;

/** Parts with an empty line between them, and a line's end after the last; empty parts are left out. */
export const document = (...parts: readonly string[]): string => `${parts.filter(Boolean).join("\n\n")}\n`;

/** Outside of code, a "<" would begin an HTML tag. */
const cell = (text: string): string =>
  text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 0 ? part.replaceAll("<", "&lt;") : part))
    .join("")
    .replaceAll("|", "\\|")
    .replaceAll("\n", " ");
