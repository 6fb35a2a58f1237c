import type { BookFile } from "../cost/book-schema";

/** A price book as its file has it: a figure a line, so that a refresh shows in a review. */
export function written({ currency, hoursPerMonth, ...lists }: BookFile): string {
  const parts = Object.entries(lists).map(
    ([name, rows]) => `  ${JSON.stringify(name)}: [\n${rows.map((row) => `    ${spaced(row)}`).join(",\n")}\n  ]`,
  );
  const head = [`  "currency": ${JSON.stringify(currency)}`, `  "hoursPerMonth": ${hoursPerMonth}`];
  return `{\n${[...head, ...parts].join(",\n")}\n}\n`;
}

/** JSON in one line, with spaces after colons and commas. */
const spaced = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(spaced).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{${fields.map(([name, one]) => `${JSON.stringify(name)}: ${spaced(one)}`).join(", ")}}`;
};
