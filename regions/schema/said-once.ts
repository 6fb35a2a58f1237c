import type { RegionName } from "./aws-regions";
import type { Environment } from "./environment";
import type { FileProblem, Problem } from "./explain";
import { and } from "./lists";
import { environmentsFile, saidIn } from "./said-in";

/** What rules found in one environment. */
export interface Found {
  readonly environment: Environment;
  readonly problems: readonly (Problem | FileProblem)[];
}

/** Every problem by the file that causes it, and once for all environments that have it. */
export function saidOnce(found: readonly Found[]): FileProblem[] {
  const groups = new Map<string, { readonly problem: FileProblem; readonly environments: string[] }>();
  for (const { environment, problems } of found) {
    for (const problem of problems.map((one) => located(environment, one))) {
      const key = JSON.stringify(problem);
      const group = groups.get(key) ?? { problem, environments: [] };
      group.environments.push(environment.name);
      groups.set(key, group);
    }
  }
  return [...groups.values()].map(({ problem, environments }) => ({
    ...problem,
    path: placed(problem, environments),
  }));
}

function located(environment: Environment, problem: Problem | FileProblem): FileProblem {
  if ("file" in problem) return problem;
  const [first, ...setting] = problem.path.split(".");
  const region: RegionName | undefined = environment.regions.find(({ name }) => name === first)?.name;
  return region === undefined
    ? { ...problem, file: environmentsFile }
    : { ...problem, ...saidIn(environment, region, setting.join(".")) };
}

function placed({ file, path }: FileProblem, environments: readonly string[]): string {
  const [only] = environments;
  if (file !== environmentsFile) return `${path} (in ${and(environments)})`;
  if (path.startsWith(`${only}.`)) return path;
  return environments.length === 1 ? `${only}.${path}` : `${path} (in ${and(environments)})`;
}
