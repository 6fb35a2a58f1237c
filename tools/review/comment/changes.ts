import type { Paragraph } from "mdast";
import type { ChangeView, OutputView, PlanView, Review } from "../result";
import type { Severity } from "../rules/rule";
import type { Group, Part } from "./fit";
import { block, bulletWith, code, foldEnd, heading, paragraph, strong, summary, text } from "./nodes";
import { ranks, severityIn, weight } from "./ranks";
import { rows } from "./rows";
import { count, fateCounts } from "./words";

/** More changes than that in all are folded, unless a risk is found in them. */
const mostOpen = 12;

/** How many lines a change has before all of it is told. */
const someRows = 40;

type SeverityOf = (address: string) => Severity | undefined;

/** What changes, root by root: what is risky first, then by what becomes of it. What is made is folded. */
export function changes(review: Review): Group[] {
  const severity = severityIn(review);
  const all = review.plans.map((plan) => {
    const of: SeverityOf = (address) => severity(plan.root, address);
    return { plan, of, told: plan.changes.filter((one) => one.noise === undefined || of(one.address) !== undefined) };
  });
  const isOpen = all.reduce((sum, { told }) => sum + told.length, 0) <= mostOpen;
  const silent = all.filter(({ plan, told }) => told.length + plan.outputs.length === 0);
  return [
    ...all.flatMap(({ plan, told, of }) => ofRoot(plan, told, { of, isOpen })),
    ...silence(silent.map(({ plan }) => plan)),
  ];
}

/** How many roots are named in which nothing changes. */
const mostSilent = 30;

function silence(plans: readonly PlanView[]): Group[] {
  if (plans.length === 0) return [];
  const names = plans.slice(0, mostSilent).flatMap(({ root }, index) => [text(index === 0 ? " " : ", "), code(root)]);
  const left = plans.length - mostSilent;
  const rest = left > 0 ? [text(` and ${count(left, "more root")}`)] : [];
  const nodes = () => [paragraph(text("Nothing to read in"), ...names, ...rest, text("."))];
  return [{ head: [], parts: [{ ways: [{ rank: ranks.noise, nodes }] }] }];
}

interface Telling {
  readonly of: SeverityOf;
  /** Whether nothing is folded. */
  readonly isOpen: boolean;
}

function ofRoot({ root, outputs }: PlanView, told: readonly ChangeView[], { of, isOpen }: Telling): Group[] {
  const sorted = [...told].sort((one, other) => weight(one, of(one.address)) - weight(other, of(other.address)));
  const isLoud = (one: ChangeView): boolean => isOpen || isRisky(one, of(one.address));
  const isMade = (one: ChangeView): boolean => !isLoud(one) && one.fate === "create";
  const partsOf = (all: readonly ChangeView[]): Part[] =>
    all.map((one) => changePart(one, toldAs(one, of(one.address))));
  const sections: Section[] = [
    { counts: fateCounts(sorted.filter(isLoud)), parts: partsOf(sorted.filter(isLoud)), isFolded: false },
    {
      ...foldedOf(
        sorted.filter((one) => !isLoud(one) && !isMade(one)),
        partsOf,
      ),
    },
    { ...foldedOf(sorted.filter(isMade), partsOf) },
    {
      counts: outputs.length > 0 ? count(outputs.length, "output") : "",
      parts: outputs.map(outputPart),
      isFolded: true,
    },
  ].filter(({ parts }) => parts.length > 0);
  const [only] = sections;
  if (sections.length === 1 && only?.isFolded)
    return [{ head: [summary({ name: root }, `: ${only.counts}`)], foot: [foldEnd], parts: only.parts }];
  const counts = [fateCounts(told), ...sections.slice(-1).flatMap((one) => (outputs.length > 0 ? [one.counts] : []))];
  const head = heading(4, code(root), text(`: ${counts.filter(Boolean).join(", ")}`));
  return sections.map(({ counts, parts, isFolded }, index) => ({
    head: [...(index === 0 ? [head] : []), ...(isFolded ? [summary(counts)] : [])],
    ...(isFolded && { foot: [foldEnd] }),
    parts,
  }));
}

/** Whether a change is told for the risk in it; what is low about something new is said among the risks. */
const isRisky = ({ fate }: ChangeView, severity: Severity | undefined): boolean =>
  severity !== undefined && (fate !== "create" || severity !== "low");

interface Section {
  readonly counts: string;
  readonly parts: readonly Part[];
  readonly isFolded: boolean;
}

const foldedOf = (all: readonly ChangeView[], partsOf: (all: readonly ChangeView[]) => Part[]): Section => ({
  counts: fateCounts(all),
  parts: partsOf(all),
  isFolded: true,
});

const outputPart = ({ attributes }: OutputView): Part => ({
  ways: [{ rank: ranks.outputs, nodes: () => [block("diff", rows(attributes))] }],
  counts: "outputs",
});

/** How a change is told elsewhere than among the changes of its root. */
interface Told {
  readonly rank: number;
  /** Whether what differs is told of all of this rank, or of none. */
  readonly all?: boolean;
  /** Stands for what becomes of it. */
  readonly title?: string;
  readonly root?: string | undefined;
}

/** A change in a line, and then what differs. */
export function changePart(change: ChangeView, told: Told): Part {
  const { rank, all = false } = told;
  const said = (most: number) => () => {
    const lines = rows(change.attributes);
    const left = lines.length - most;
    const some = left > 0 ? [...lines.slice(0, most), `  … ${left} more lines`] : lines;
    return [bulletWith([lineOf(change, told), ...(lines.length > 0 ? [block("diff", some)] : [])])];
  };
  const isLong = change.attributes.length > someRows / 2;
  return {
    ways: [
      { rank, nodes: () => [bulletWith([lineOf(change, told)])] },
      ...(isLong ? [{ rank: rank + 0.4, nodes: said(someRows), all }] : []),
      ...(change.attributes.length > 0 ? [{ rank: rank + 0.5, nodes: said(Number.POSITIVE_INFINITY), all }] : []),
    ],
    counts: `to ${change.fate}`,
  };
}

const toldAs = (change: ChangeView, severity: Severity | undefined): Told =>
  change.fate === "create" && severity === undefined
    ? { rank: ranks.creations, all: true }
    : { rank: ranks.changes + weight(change, severity) };

/** `**replace** aws_lb.it: AWS cannot change it in place: name changes. Its DNS name changes, and connections break.` */
function lineOf(
  { fate, address, movedFrom, importing, deposed, why, costs }: ChangeView,
  { title, root }: Told,
): Paragraph {
  return paragraph(
    strong(title ?? fate),
    text(" "),
    code(address),
    ...(root === undefined ? [] : [text(" in "), code(root)]),
    ...(deposed ? [text(" (a deposed object)")] : []),
    ...(movedFrom ? [text(", moved from "), code(movedFrom)] : []),
    ...(importing === undefined
      ? []
      : [text(", imported"), ...(importing === "" ? [] : [text(" as "), code(importing)])]),
    ...(why ? [text(`: ${why}`)] : []),
    ...(costs ? [text(`. ${costs.charAt(0).toUpperCase()}${costs.slice(1)}.`)] : []),
  );
}
