import type { RootContent } from "mdast";
import type { ChangeView, CheckView, Review } from "../result";
import { changePart } from "./changes";
import type { Group, Part } from "./fit";
import { block, bullet, bulletWith, code, foldEnd, heading, paragraph, summary, text } from "./nodes";
import { ranks } from "./ranks";
import { rows } from "./rows";
import { count, noiseWords } from "./words";

/** What is planned beside changes: actions, checks, what is put off, and what was changed outside of Terraform. */
export const beside = (review: Review): Group[] => [
  section("Actions, which nothing takes back", actionParts(review)),
  section("Checks", checkParts(review)),
  section("Put off to a later plan", deferredParts(review)),
  ...driftGroups(review),
];

const section = (title: string, parts: readonly Part[]): Group => ({
  head: parts.length === 0 ? [] : [heading(3, text(title))],
  parts,
});

/** A part that counts as nothing. */
const said = (rank: number, node: RootContent): Part => ({ ways: [{ rank, nodes: () => [node] }] });

const one = (rank: number, counts: string, ...ways: RootContent[]): Part => ({
  ways: ways.map((node, index) => ({ rank: rank + index / 2, nodes: () => [node] })),
  counts,
});

const actionParts = ({ plans }: Review): Part[] =>
  plans.flatMap(({ root, actions }) =>
    actions.map(({ address, when, attributes }) => {
      const line = paragraph(code(address), text(" in "), code(root), text(` is invoked ${when}`));
      const lines = rows(attributes);
      const full = lines.length > 0 ? [bulletWith([line, block("diff", lines)])] : [];
      return one(ranks.failures, "actions", bulletWith([line]), ...full);
    }),
  );

/** Those that no risk tells of. */
function checkParts({ plans, findings }: Review): Part[] {
  const told = new Set(findings.map((one) => `${one.root}\n${one.address}`));
  return plans.flatMap(({ root, checks }) =>
    checks
      .filter(({ address }) => !told.has(`${root}\n${address}`))
      .map(({ address, status, problems }) => {
        const said = problems.map((problem) => [text(" "), code(problem)]);
        const words = bullet(code(address), text(" in "), code(root), text(` ${checkWords[status]}.`), ...said.flat());
        return one(status === "unknown" ? ranks.notKnown : ranks.failures, "checks", words);
      }),
  );
}

const checkWords: Readonly<Record<CheckView["status"], string>> = {
  fail: "fails",
  error: "could not be made",
  unknown: "can only be made by the apply",
};

const deferredParts = ({ plans }: Review): Part[] =>
  plans.flatMap(({ root, deferred }) =>
    deferred.map(({ address, why }) =>
      one(ranks.notKnown, "changes", bullet(code(address), text(" in "), code(root), text(`: ${why}`))),
    ),
  );

function driftGroups({ plans }: Review): Group[] {
  const parts = plans.flatMap(({ root, drift }) =>
    drift.filter(isTold).map((change) =>
      changePart(change, {
        rank: ranks.drift,
        title: driftTitles[change.fate] ?? change.fate,
        root: plans.length > 1 ? root : undefined,
      }),
    ),
  );
  const elsewhere = plans.reduce((sum, { driftElsewhere }) => sum + driftElsewhere, 0);
  const which = "on which nothing in the plan depends.";
  const rest =
    parts.length > 0
      ? `And ${count(elsewhere, "resource")} ${which}`
      : `${count(elsewhere, "resource")} changed outside of Terraform, ${which}`;
  return [
    section("Changed outside of Terraform", parts),
    ...(elsewhere === 0 ? [] : [{ head: [], parts: [said(ranks.drift, paragraph(text(rest)))] }]),
  ];
}

/** Not what is only written in another way. */
export const isTold = ({ fate, attributes }: ChangeView): boolean => fate !== "update" || attributes.length > 0;

/** What has become of a resource outside of Terraform. */
const driftTitles: Readonly<Record<string, string>> = { update: "changed", destroy: "deleted" };

/** What rules could not decide, and what those rules do not see at all. */
export const notKnown = ({ notKnown, cannotSee }: Review): Group[] =>
  notKnown.length === 0
    ? []
    : [
        {
          head: [summary(`Not known: ${count(notKnown.length, "thing")} that no plan tells`)],
          foot: [foldEnd],
          parts: [
            ...notKnown.map(({ rule, root, address, attribute, by }) => {
              const decided = by.length > 0 ? [text(", decided by "), code(by.join(", "))] : [];
              const where = address === root ? [code(root)] : [code(address), text(" in "), code(root)];
              const words = [...where, text(": "), code(attribute), ...decided, text(`, for ${rule}`)];
              return one(ranks.notKnown, "more", bullet(...words));
            }),
            ...cannotSee.map(({ rule, cannotSee }) =>
              one(ranks.notKnown, "more", bullet(code(rule), text(` cannot see: ${cannotSee}`))),
            ),
          ],
        },
      ];

/** What nobody needs to read, counted by kind; what a rule has found something about is not in it. */
export function noise(review: Review): Group[] {
  const found = new Set(review.findings.map(({ root, address }) => `${root}\n${address}`));
  const all = review.plans.flatMap(({ root, changes }) =>
    changes.flatMap(({ noise, address }) =>
      noise && !found.has(`${root}\n${address}`) ? [{ root, address, noise }] : [],
    ),
  );
  const kinds = [...new Set(all.map((one) => one.noise))];
  return kinds.map((kind) => {
    const own = all.filter((one) => one.noise === kind);
    return {
      head: [summary(`${own.length.toLocaleString("en")} ${noiseWords[kind]}`)],
      foot: [foldEnd],
      parts: own.map(({ root, address }) => one(ranks.noise, "more", bullet(code(address), text(" in "), code(root)))),
    };
  });
}
