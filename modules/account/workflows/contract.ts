import { platform } from "../../core/names";

/** Who issues the tokens of GitHub's workflows. */
export const issuer = "token.actions.githubusercontent.com";

/** What workflows do, each with a role of its own. */
export const workflows = ["plan", "apply", "drill"] as const;
export type Workflow = (typeof workflows)[number];

/** Name of the role that a workflow takes on. It has no path: what an apply makes has one, so it can make none like it. */
export const workflowRoleName = (workflow: Workflow): string => `${platform}-${workflow}`;

/** The file of a workflow. What changes something takes on its role by this file only. */
export const workflowFile = (workflow: Workflow): string => `.github/workflows/${workflow}.yml`;

/** The workflows that change something, from main only. */
const changing = ["apply", "drill"] as const satisfies readonly Workflow[];
export type ChangingWorkflow = (typeof changing)[number];

/** The GitHub environment whose jobs take on a role in the account of one of our environments: `apply-prod`. */
export const githubEnvironment = (workflow: Workflow, environment: string): string => `${workflow}-${environment}`;

/** What the subject of a workflow's token ends in, wherever its repository is. */
export const subjectEnd = (workflow: Workflow, environment: string): string =>
  `environment:${githubEnvironment(workflow, environment)}`;

/** A repository on GitHub, by name and by GitHub's ids, as the account tier's shape has them. */
export interface Repository {
  readonly githubRepository: string | null;
  readonly githubRepositoryIds: string | null;
}

/** `example@123456/shop@456789`, as GitHub's newer tokens name a repository; null where its ids are not known. */
export function withIds({ githubRepository, githubRepositoryIds }: Repository): string | null {
  if (githubRepository === null || githubRepositoryIds === null) return null;
  const ids = githubRepositoryIds.split("/");
  return githubRepository
    .split("/")
    .map((name, index) => `${name}@${ids[index]}`)
    .join("/");
}

/** The subjects of the tokens that a workflow's role trusts: by name, and by name with ids where these are known. */
export const subjectsOf = (workflow: Workflow, environment: string, repository: Repository): string[] =>
  [repository.githubRepository, withIds(repository)].flatMap((name) =>
    name === null ? [] : [`repo:${name}:${subjectEnd(workflow, environment)}`],
  );

/** The workflows of an account that change something. */
export const changingWorkflows = ({ githubRepository, workflows: used }: UsedWorkflows): ChangingWorkflow[] =>
  changing.filter((workflow) => githubRepository !== null && used.includes(workflow));

interface UsedWorkflows {
  readonly githubRepository: string | null;
  readonly workflows: readonly Workflow[];
}
