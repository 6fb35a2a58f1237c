import { Argument } from "commander";
import { recoveryOf } from "../../regions/wiring/location";
import { columns } from "../../terraform/process/columns";
import { command } from "../../terraform/process/command";
import { findEnvironment } from "../find-environment";
import { kinds, type Listed, listResult, whatThereIs } from "./what-there-is";

export const list = command({
  name: "list",
  about: "Lists environments, regions, roots in deployment order, and recovery targets.",
  options: (program) =>
    program
      .addArgument(new Argument("[kind]", "only these").choices(kinds))
      .option("--environment <name>", "only those of this environment"),
  examples: [
    ["list", "everything"],
    ["list roots --environment prod", "the roots of prod in deployment order"],
    ["list targets --json", "the recovery targets, for a script"],
  ],
  result: listResult,
  text,
  run: async ({ environment }: { environment?: string }, { args, show }) => {
    if (environment !== undefined) findEnvironment(environment);
    const [kind] = args;
    show(await whatThereIs(kind === undefined ? kinds : kinds.filter((one) => one === kind), environment));
    return 0;
  },
});

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
