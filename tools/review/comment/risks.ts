import type { PhrasingContent } from "mdast";
import { groupedBy } from "../grouped-by";
import type { Finding, Review } from "../result";
import { severities } from "../rules/rule";
import type { Group, Part } from "./fit";
import { bullet, code, heading, sentence, strong, text } from "./nodes";
import { ranks } from "./ranks";
import { together } from "./together";

/** How many resources a risk names that is the same for each. */
const mostNames = 12;

/** What is risky, the most severe first; what is the same of several resources, or of several settings, is said once. */
export function risks({ findings, plans }: Review): Group[] {
  const alike = groupedBy(findings, (one) => JSON.stringify([one.rule, one.severity, one.why, one.wayOut]));
  const ofSame = groupedBy([...alike.values()], ([one, ...others]) =>
    JSON.stringify([one?.rule, one?.severity, one?.wayOut, [one, ...others].map((its) => [its?.root, its?.address])]),
  );
  const parts = [...ofSame.values()].map((groups) => risk(groups, plans.length > 1));
  return parts.length === 0 ? [] : [{ head: [heading(3, text("Risks"))], parts, share: 0.6 }];
}

function risk(groups: readonly (readonly Finding[])[], tellsRoot: boolean): Part {
  const [alike = []] = groups;
  const [{ severity, wayOut } = none] = alike;
  const why = together(groups.flatMap(([one]) => one?.why ?? []));
  const addresses = alike.map(({ address }) => address);
  const words = (said: string, names: number): PhrasingContent[] => [
    strong(severity),
    text(": "),
    ...sentence(said, addresses),
    { type: "break" },
    ...named(alike, names, tellsRoot),
  ];
  const rank = ranks.risks + severities.indexOf(severity);
  return {
    ways: [
      { rank, nodes: () => [bullet(...words(why, 1))] },
      { rank: rank + 0.5, nodes: () => [bullet(...words(`${why} ${wayOut}`, mostNames))] },
    ],
    counts: `${severity} risks`,
  };
}

/** Never shown: a group has a finding at least. */
const none: Pick<Finding, "severity" | "wayOut"> = { severity: "low", wayOut: "" };

/** `aws_lb.a in prod-web, aws_lb.b in prod-api and 3 more` */
function named(alike: readonly Finding[], most: number, tellsRoot: boolean): PhrasingContent[] {
  const names = alike
    .slice(0, most)
    .flatMap(({ root, address }, index) => [
      ...(index === 0 ? [] : [text(", ")]),
      code(address),
      ...(tellsRoot ? [text(" in "), code(root)] : []),
    ]);
  const left = alike.length - most;
  return left > 0 ? [...names, text(` and ${left.toLocaleString("en")} more`)] : names;
}
