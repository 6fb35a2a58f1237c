import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../terraform/project-root";
import type { Call } from "../../tools/gate/call-log";
import { readCalls, writeCalls } from "../../tools/gate/kept-calls";
import { askedBy } from "../../tools/role-needs/asked";
import { alternativesFolder, readNeeded } from "../../tools/role-needs/file";
import { type Need, said } from "../../tools/role-needs/need";
import { looksOnly, type Worker } from "../../tools/role-needs/workflow";

/**
 * What Terraform has asked AWS for without its being known to be needed, a line for each, with the way out.
 *
 * The calls stay in the project's cache, for `./shop role-needs`.
 */
export async function notKnownToBeNeeded(name: string, calls: readonly Call[]): Promise<string[]> {
  const folder = join(projectRoot, alternativesFolder);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name.replaceAll(" ", "-")}.jsonl`);
  writeCalls(file, calls);
  const ofTerraform = readCalls(file).filter(({ by }) => by !== undefined);
  const known = readNeeded();
  const unknown = (needs: readonly Need[], ...workers: Worker[]): string[] => {
    const lines = new Set(known.filter(({ by }) => workers.some((one) => by.includes(one))).map(said));
    return needs
      .map(said)
      .filter((line) => !lines.has(line))
      .map((line) => `${workers.join(" or ")} needs ${line}: add it by \`./shop role-needs --add\`, then see who may`);
  };
  return [
    ...unknown(await askedBy(ofTerraform.filter(looksOnly)), "plan"),
    ...unknown(await askedBy(ofTerraform), "apply", "people"),
  ];
}
