import type { ExceptionView, Review } from "../result";
import type { Group, Part } from "./fit";
import { bullet, code, foldEnd, sentence, strong, summary, text } from "./nodes";
import { ranks } from "./ranks";
import { count } from "./words";

/** What somebody answers for, and the exceptions that nothing here needs. */
export const exceptions = (review: Review): Group[] => [
  folded(`${count(review.excepted.length, "finding")} that an exception is made from`, usedParts(review)),
  folded("Exceptions that cover nothing here", unusedParts(review)),
];

const folded = (title: string, parts: readonly Part[]): Group =>
  parts.length === 0 ? { head: [], parts } : { head: [summary(title)], foot: [foldEnd], parts };

const usedParts = ({ excepted }: Review): Part[] =>
  excepted.map(({ severity, root, address, why, rule, exception: { reason, owner, until } }) => ({
    ways: [
      {
        rank: ranks.failures,
        nodes: () => [
          bullet(
            strong(severity),
            text(" "),
            code(address),
            text(" in "),
            code(root),
            text(": "),
            ...sentence(why, [address]),
            text(` Excepted from ${rule} until ${until} by ${owner}: ${reason}`),
          ),
        ],
      },
    ],
    counts: "excepted findings",
  }));

const unusedParts = ({ exceptions }: Review): Part[] =>
  exceptions
    .filter(({ is }) => is === "unused")
    .map((one) => ({
      ways: [
        {
          rank: ranks.noise,
          nodes: () => [bullet(code(one.rule), ...placeOf(one), text(`, of ${one.owner}, until ${one.until}`))],
        },
      ],
      counts: "more",
    }));

const placeOf = ({ root, address }: ExceptionView) => [
  ...(address === undefined ? [] : [text(" for "), code(address)]),
  ...(root === undefined ? [] : [text(" in "), code(root)]),
];
