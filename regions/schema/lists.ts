const conjunction = new Intl.ListFormat("en-GB", { type: "conjunction" });
const disjunction = new Intl.ListFormat("en-GB", { type: "disjunction" });

/** "a, b and c". */
export const and = (items: readonly string[]): string => conjunction.format(items);

/** "a, b or c". */
export const or = (items: readonly string[]): string => disjunction.format(items);
