import type { NotCompared, StateParity } from "../parity/state-parity";

/** The comparison of Terraform's states for people: how much was compared, and what was not, and why. */
export const statesSection = ({ resources, attributes, differences, declared, notCompared }: StateParity): string[] => [
  "",
  "## Terraform's states, address by address",
  "",
  `${attributes} attributes of ${resources} resources were compared: ${differences.length} differ that must not, ${declared.length} differ on purpose.`,
  "",
  "| not compared | how many | of what |",
  "|---|---:|---|",
  ...notCompared.map((one) => `| ${one.reason} | ${one.count} | ${kinds(one)} |`),
];

/** The kinds that there are most of; report.json has all. */
function kinds({ of }: NotCompared): string {
  const most = Object.entries(of).sort(([, one], [, other]) => other - one);
  const shown = most.slice(0, 6).map(([kind, count]) => `${kind} ${count}`);
  return [...shown, ...(most.length > shown.length ? [`${most.length - shown.length} more in report.json`] : [])].join(
    ", ",
  );
}
