import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { environments } from "../../regions/environments";
import { type Environment, globalRegionOf } from "../../regions/schema/environment";
import { projectRoot } from "../../terraform/project-root";
import { workflowFiles } from "../init/texts";

const listed = /^( +)include: # every environment with this workflow.*\n(?: +- \{ environment: .*\n)*/gm;

/** The workflows that plan, with every environment whose account has the role for it; not those whose file is gone. */
export const planned = (): ReadonlyMap<string, string> =>
  new Map(
    workflowFiles
      .filter((file) => existsSync(join(projectRoot, file)))
      .map((file): [string, string] => [file, readFileSync(join(projectRoot, file), "utf8")])
      .filter(([, text]) => text.search(listed) >= 0)
      .map(([file, text]) => [file, withEnvironments(text)]),
  );

/** A workflow's text, with the environments in each matrix that lists them; as it was where none has the role: GitHub refuses an empty matrix. */
export function withEnvironments(text: string, all: readonly Environment[] = environments): string {
  const withRole = all.filter((one) => globalRegionOf(one).account.workflows.includes("plan"));
  if (withRole.length === 0) return text;
  return text.replace(listed, (matrix, indent: string) =>
    [
      `${matrix.split("\n")[0]}\n`,
      ...withRole.map(
        ({ name, account, stateRegion }) =>
          `${indent}  - { environment: ${name}, account: "${account}", region: ${stateRegion} }\n`,
      ),
    ].join(""),
  );
}
