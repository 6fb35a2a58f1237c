import type { RootContent } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { type Options, toMarkdown } from "mdast-util-to-markdown";
import { paragraph, text } from "./nodes";

/** One way to say something, and how much it matters that it is said like this: what matters most has the lowest rank. */
export interface Way {
  readonly rank: number;
  /** Called where it may fit only: most of a large review does not. */
  nodes(): readonly RootContent[];
  /** Whether it is said of all of its rank, or of none: details of one of many things help nobody. */
  readonly all?: boolean;
}

/** Something that can be said in several ways, the shortest first, or not at all. */
export interface Part {
  readonly ways: readonly Way[];
  /** What it counts as where it is left out, such as "to create"; it is not counted without. */
  readonly counts?: string;
}

/** Parts that stand together. */
export interface Group {
  /** What is before them, and after them, where any of them is there. */
  readonly head: readonly RootContent[];
  readonly foot?: readonly RootContent[];
  readonly parts: readonly Part[];
  /** How much of all its parts may take, from 0 to 1, so that something else is said, too; all of it unless said otherwise. */
  readonly share?: number;
}

const between = "\n\n";
const bytes = (text: string): number => (text === "" ? 0 : Buffer.byteLength(text) + between.length);

/** How much a line may take that counts what is left out. */
const moreBytes = 200;

/** When so many parts did not fit, hardly anything fits any more. */
const mostMisses = 20;

/**
 * Groups in Markdown that take no more than so many bytes: what matters least is said in a shorter way, or counted. What is
 * before them is there in any case.
 */
export function fitted(before: readonly RootContent[], groups: readonly Group[], limit: number): string {
  const start = written(before);
  const { said, frames } = new Choice(groups, limit - bytes(start) - moreBytes);
  const told = groups.flatMap((group) => {
    const frame = frames.get(group);
    if (frame === undefined) return [];
    const left = group.parts.filter((part) => !said.has(part));
    return [frame.head, together(group.parts.flatMap((part) => said.get(part) ?? [])), more(left), frame.foot];
  });
  const untold = groups.filter((group) => !frames.has(group)).flatMap(({ parts }) => parts);
  return [start, ...told, more(untold)].filter((part) => part !== "").join(between);
}

/** Which way of each part fits. */
class Choice {
  /** The way in which a part is said; one that is not said is not in it. */
  readonly said = new Map<Part, string>();
  /** What is around the parts of a group of which something is said. */
  readonly frames = new Map<Group, { readonly head: string; readonly foot: string }>();

  private misses = 0;
  private readonly shares = new Map<Group, number>();

  constructor(
    groups: readonly Group[],
    private left: number,
  ) {
    for (const group of groups) this.shares.set(group, left * (group.share ?? 1));
    const ways = groups.flatMap((group) =>
      group.parts.flatMap((part) => waysOf(part, left).map((way) => ({ group, part, way }))),
    );
    const ranks = [...new Set(ways.map(({ way }) => way.rank))].sort((one, other) => one - other);
    for (const rank of ranks) {
      const own = ways.filter(({ way }) => way.rank === rank);
      this.take(own.filter(({ way }) => way.all));
      for (const one of own.filter(({ way }) => !way.all)) {
        if (this.misses >= mostMisses) return;
        if ((this.shares.get(one.group) ?? 0) > 0) this.take([one]);
      }
    }
  }

  /** Says all of them, or none. */
  private take(those: readonly { readonly group: Group; readonly part: Part; readonly way: Way }[]): void {
    const [said, frames] = [new Map<Part, string>(), new Map<Group, { head: string; foot: string }>()];
    const shares = new Map<Group, number>();
    let { left } = this;
    for (const { group, part, way } of those) {
      if (!this.frames.has(group) && !frames.has(group)) {
        const frame = { head: written(group.head), foot: written(group.foot ?? []) };
        frames.set(group, frame);
        left -= bytes(frame.head) + bytes(frame.foot) + moreBytes;
      }
      const text = written(way.nodes());
      const more = bytes(text) - bytes(this.said.get(part) ?? "");
      left -= more;
      shares.set(group, (shares.get(group) ?? this.shares.get(group) ?? 0) - more);
      if (left < 0) {
        this.misses++;
        return;
      }
      said.set(part, text);
    }
    this.left = left;
    for (const [part, text] of said) this.said.set(part, text);
    for (const [group, frame] of frames) this.frames.set(group, frame);
    for (const [group, share] of shares) this.shares.set(group, share);
  }
}

/** Where everything fits, only the longest way need be written. */
const waysOf = ({ ways }: Part, left: number): readonly Way[] =>
  left === Number.POSITIVE_INFINITY ? ways.slice(-1) : ways;

/** Made once: each has patterns of its own to compile. */
const markdown: Options = { extensions: [gfmToMarkdown()], bullet: "-" };

const written = (nodes: readonly RootContent[]): string =>
  toMarkdown({ type: "root", children: [...nodes] }, markdown).trimEnd();

/** Items of one list stand close together. */
const together = (texts: readonly string[]): string =>
  texts.reduce((all, text, index) => {
    if (index === 0) return text;
    return `${all}${isItem(text) && isItem(texts[index - 1] ?? "") ? "\n" : between}${text}`;
  }, "");

const isItem = (text: string): boolean => text.startsWith("- ");

/** `And 3 to create, 1 to update: in the whole review.` */
function more(left: readonly Part[]): string {
  const counts = new Map<string, number>();
  for (const { counts: what } of left) if (what !== undefined) counts.set(what, (counts.get(what) ?? 0) + 1);
  const words = [...counts].map(([what, count]) => `${count.toLocaleString("en")} ${what}`).join(", ");
  return words === "" ? "" : written([paragraph(text(`And ${words}: in the whole review.`))]);
}
