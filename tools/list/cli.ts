import { UserError } from "../../modules/core/user-error";
import { environments } from "../../regions/environments";
import { didYouMean } from "../../regions/schema/explain";
import { or } from "../../regions/schema/lists";
import { recoveryOf } from "../../regions/wiring/location";
import { columns } from "../../terraform/process/columns";
import { command } from "../../terraform/process/command";
import { kinds, type Listed, listResult, whatThereIs } from "./what-there-is";

export const list = command({
  name: "list",
  about: "Lists environments, regions, roots in deployment order, and recovery targets.",
  options: (program) =>
    program.argument("[what...]", `only these: ${or(kinds)}; and only those of one environment, by its name`),
  examples: [
    ["list", "everything"],
    ["list roots prod", "the roots of prod in deployment order"],
    ["list targets --json", "the recovery targets, for a script"],
  ],
  result: listResult,
  text,
  run: async (_, { args, show }) => {
    const isKind = (word: string) => kinds.some((kind) => kind === word);
    const [environment, ...more] = args.filter((word) => !isKind(word));
    if (more.length > 0) throw new UserError(`${more.join(", ")}: one environment at the most. Leave the others out.`);
    if (environment !== undefined) refuseUnknown(environment);
    const wanted = kinds.filter((kind) => args.includes(kind));
    show(await whatThereIs(wanted.length > 0 ? wanted : kinds, environment));
    return 0;
  },
});

function refuseUnknown(word: string): void {
  const names = environments.map(({ name }) => name);
  const known = [...kinds, ...names];
  if (!names.includes(word)) throw new UserError(`"${word}" is none of ${or(known)}.${didYouMean(word, known)}`);
}

function text({ environments, regions, roots, targets }: Listed): string {
  const tables = [
    environments && [
      ["ENVIRONMENT", "ACCOUNT", "DOMAIN", "REGIONS"],
      ...environments.map((one) => [one.name, one.account, one.domain, one.regions.join(", ")]),
    ],
    regions && [
      ["REGION", "ROLE", "FILE", "ENVIRONMENTS", "WITHOUT"],
      ...regions.map((one) => [
        ...[one.name, one.role, one.file, one.environments.join(", ")],
        one.without.map(({ what, why }) => `${what}: ${why}`).join(" ") || "-",
      ]),
    ],
    roots && [["ROOT", "WAVE", "AFTER"], ...roots.map((root) => [root.id, waveOf(root), after(root, roots)])],
    targets && [
      ["LOST", "REBUILT IN", "CIDR", "COPIES TO"],
      ...targets.map((one) => [one.lost, one.region, one.cidr, one.copiesTo]),
    ],
  ];
  return tables.flatMap((table) => (table ? [columns(table)] : [])).join("\n\n");
}

type Root = NonNullable<Listed["roots"]>[number];

/** Nobody deploys the root of a recovery beforehand. */
const waveOf = ({ tier, wave }: Root): string => (tier.startsWith(recoveryOf("")) ? "recovery" : String(wave));

/** What a root waits for and nothing else that it waits for does; without its environment, which is the same. */
function after({ environment, dependencies }: Root, all: readonly Root[]): string {
  const before = (id: string): readonly string[] => all.find((one) => one.id === id)?.dependencies ?? [];
  const earlier = (id: string): string[] => before(id).flatMap((one) => [one, ...earlier(one)]);
  const implied = new Set(dependencies.flatMap(earlier));
  const named = dependencies.filter((id) => !implied.has(id)).map((id) => id.replace(`${environment}-`, ""));
  return named.join(", ") || "-";
}
