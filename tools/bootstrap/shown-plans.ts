import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { makeFolder } from "../../terraform/make-folder";
import { columns } from "../../terraform/process/columns";
import { projectRoot } from "../../terraform/project-root";

const folder = join(projectRoot, ".cache/bootstrap");

/** Plans for who has to agree: in full into a file, or before the table if they are wanted; and what each does, in numbers. */
export function shownPlans(environment: string, plans: ReadonlyMap<string, string>, inFull: boolean): string {
  const sorted = [...plans].sort(([one], [other]) => one.localeCompare(other));
  const text = sorted.map(([id, plan]) => `# ${id}\n${plan}`).join("\n");
  const file = join(folder, `${environment}.txt`);
  makeFolder(folder);
  writeFileSync(file, text);
  const rows = sorted.map(([id, plan]) => [id, ...countsIn(plan).map(String)]);
  return [
    ...(inFull ? [text] : []),
    columns([["ROOT", "TO ADD", "TO CHANGE", "TO DESTROY"], ...rows]),
    `The plans in full: ${relative(process.cwd(), file)}`,
  ].join("\n");
}

/** How many resources a plan adds, changes and destroys. */
export function countsIn(plan: string): number[] {
  const line = /^Plan: .*$/m.exec(plan)?.[0] ?? "";
  return ["add", "change", "destroy"].map((what) => Number(new RegExp(`(\\d+) to ${what}\\b`).exec(line)?.[1] ?? 0));
}
