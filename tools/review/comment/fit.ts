import type { RootContent } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown } from "mdast-util-to-markdown";

/** One way to say something, and how much it matters that it is said like this: what matters most has the lowest rank. */
export interface Way {
  readonly rank: number;
  readonly nodes: readonly RootContent[];
  /** Whether it is said of all of its rank, or of none: details of one of many things help nobody. */
  readonly all?: boolean;
}

/** Something that can be said in several ways, the shortest first, or not at all. */
export interface Part {
  readonly ways: readonly Way[];
  /** What it counts as where it is left out, such as "to create". */
  readonly counts: string;
}

/** Parts that stand together. */
export interface Group {
  /** What is before them, and after them, where any of them is there. */
  readonly head: readonly RootContent[];
  readonly foot?: readonly RootContent[];
  readonly parts: readonly Part[];
  /** Said of those that are left out; "and 12 more" unless said otherwise. */
  more?(counts: string): string;
}

/** Nodes in Markdown, as many bytes as they take with the lines between them. */
const written = (nodes: readonly RootContent[]): string =>
  toMarkdown({ type: "root", children: [...nodes] }, { extensions: [gfmToMarkdown()], bullet: "-" }).trimEnd();

const bytes = (text: string): number => Buffer.byteLength(text) + between.length;

const between = "\n\n";

/** How much the lines may take that say what is left out of a group. */
const moreBytes = 300;

/** Below that, hardly anything fits any more. */
const least = 40;

/**
 * Groups in Markdown that take no more than so many bytes: what matters least is said in a shorter way, or counted. GitHub counts
 * characters of some kind; there are never more of them than bytes.
 */
export function fitted(groups: readonly Group[], limit: number): string {
  const heads = groups.map(({ head, foot = [] }) => ({ head: written(head), foot: written(foot) }));
  const frame = heads.reduce((sum, { head, foot }) => sum + bytes(head) + bytes(foot) + moreBytes, 0);
  const said = chosen(groups, limit - frame);
  return groups
    .flatMap((group, index) => {
      const own = group.parts.flatMap((part) => said.get(part) ?? []);
      const left = countsOf(group.parts.filter((part) => !said.has(part)));
      const more =
        left === "" ? [] : [written([{ type: "paragraph", children: [{ type: "text", value: moreOf(group, left) }] }])];
      if (group.parts.length === 0 && group.head.length === 0) return [];
      const { head = "", foot = "" } = heads[index] ?? {};
      return [head, together(own), ...more, foot].filter((text) => text !== "");
    })
    .join(between);
}

/** The way in which each part is said; one that is not said is not in it. */
function chosen(groups: readonly Group[], limit: number): Map<Part, string> {
  const said = new Map<Part, string>();
  let left = limit;
  const take = (those: readonly { readonly part: Part; readonly way: Way }[]): void => {
    const texts: [Part, string][] = [];
    let rest = left;
    for (const { part, way } of those) {
      const [text, was] = [written(way.nodes), said.get(part)];
      rest -= bytes(text) - (was === undefined ? 0 : bytes(was));
      if (rest < 0) return;
      texts.push([part, text]);
    }
    left = rest;
    for (const [part, text] of texts) said.set(part, text);
  };
  const ways = groups.flatMap(({ parts }) => parts.flatMap((part) => part.ways.map((way) => ({ part, way }))));
  const ranks = [...new Set(ways.map(({ way }) => way.rank))].sort((one, other) => one - other);
  for (const rank of ranks) {
    const own = ways.filter(({ way }) => way.rank === rank);
    take(own.filter(({ way }) => way.all));
    for (const one of own.filter(({ way }) => !way.all)) if (left >= least) take([one]);
  }
  return said;
}

/** Items of one list stand close together. */
const together = (texts: readonly string[]): string =>
  texts.reduce((all, text, index) => {
    if (index === 0) return text;
    return `${all}${isItem(text) && isItem(texts[index - 1] ?? "") ? "\n" : between}${text}`;
  }, "");

const isItem = (text: string): boolean => text.startsWith("- ");

/** `3 to create, 1 to update` */
export function countsOf(parts: readonly Pick<Part, "counts">[]): string {
  const counts = new Map<string, number>();
  for (const { counts: what } of parts) counts.set(what, (counts.get(what) ?? 0) + 1);
  return [...counts].map(([what, count]) => `${count.toLocaleString("en")} ${what}`).join(", ");
}

const moreOf = ({ more = (counts) => `And ${counts}: in the whole review.` }: Group, counts: string): string =>
  more(counts);
