import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Repository } from "../../modules/account/workflows/contract";
import { isExampleRepository } from "../../regions/schema/placeholders";
import { messageOf } from "../../terraform/failures";
import { projectRoot } from "../../terraform/project-root";
import { type Finding, of } from "./finding";
import { type Github, NotAnswered } from "./github";

const { ok, wrong, notKnown } = of("repository");

const environmentAnswer = z.object({
  protection_rules: z.array(z.object({ type: z.string() })),
  deployment_branch_policy: z.object({ protected_branches: z.boolean() }).nullable(),
});
const repositoryAnswer = z.object({ id: z.int(), owner: z.object({ id: z.int() }) });
const rulesAnswer = z.array(z.object({ type: z.string() }));

/** A GitHub environment that a role trusts. */
export interface Trusted {
  readonly name: string;
  readonly asksReviewers: boolean;
}

/** What GitHub would let anybody do: use an environment that a role trusts, or change main and what holds keys alone. */
export async function repositoryFindings(
  { githubRepository: repository, githubRepositoryIds: ids }: Repository,
  environments: readonly Trusted[],
  github: Github,
): Promise<Finding[]> {
  if (repository === null) return [ok("no repository is trusted: there are no roles for workflows"), owners()];
  if (isExampleRepository(repository))
    return [wrong(`${repository} is an example's repository, and would be trusted`, "run ./shop init"), owners()];
  const identity = await identityFinding({ repository, ids }, github);
  if (identity.is === "not known") return [identity, owners()];
  const asked = await Promise.all([
    ...environments.map((one) => environmentFinding(repository, one, github)),
    mainFinding(repository, github),
  ]);
  return [identity, ...asked, owners()];
}

/**
 * Whether roles trust the repository by GitHub's own ids, and by the right ones.
 *
 * GitHub says of what a token may not see that it is not there: nothing else it says of it is worth anything then.
 */
async function identityFinding(trusted: { repository: string; ids: string | null }, github: Github): Promise<Finding> {
  const { repository, ids } = trusted;
  const what = `what protects ${repository}`;
  try {
    const answer = await github(`repos/${repository}`);
    if (answer === undefined)
      return notKnown(`${what}: GITHUB_TOKEN does not see it`, "use a token of somebody who may read its settings");
    const { id, owner } = repositoryAnswer.parse(answer);
    const real = `${owner.id}/${id}`;
    if (ids === real) return ok(`roles trust ${repository} by its ids ${ids}`);
    return wrong(
      ids === null
        ? `roles trust ${repository} by its name only, which others may get; a repository made since July 2026 is refused`
        : `roles trust the ids ${ids}, and those of ${repository} are ${real}`,
      `run ./shop init --repository-ids ${real}`,
    );
  } catch (error) {
    return unanswered(what, error);
  }
}

async function environmentFinding(
  repository: string,
  { name, asksReviewers }: Trusted,
  github: Github,
): Promise<Finding> {
  const where = `https://github.com/${repository}/settings/environments`;
  const what = `the GitHub environment ${name}`;
  try {
    const answer = await github(`repos/${repository}/environments/${name}`);
    if (answer === undefined)
      return wrong(
        `${what} is not there: GitHub would make it, open to every branch, when a workflow first names it`,
        `create it at ${where}, for main only`,
      );
    const { protection_rules: rules, deployment_branch_policy: branches } = environmentAnswer.parse(answer);
    if (branches === null) return wrong(`${what} takes every branch`, `let it deploy from main only: ${where}`);
    if (asksReviewers && !rules.some(({ type }) => type === "required_reviewers"))
      return wrong(`${what} asks nobody`, `require reviewers: ${where}`);
    return ok(`${what} takes chosen branches only${asksReviewers ? ", and asks a reviewer" : ""}`);
  } catch (error) {
    return unanswered(`whether ${what} is protected`, error);
  }
}

async function mainFinding(repository: string, github: Github): Promise<Finding> {
  const where = `https://github.com/${repository}/settings/rules`;
  try {
    const rules = rulesAnswer.parse((await github(`repos/${repository}/rules/branches/main`)) ?? []);
    return rules.some(({ type }) => type === "pull_request")
      ? ok("main takes pull requests only")
      : wrong("no ruleset makes main take pull requests only", `add one, with review from Code Owners: ${where}`);
  } catch (error) {
    return unanswered("whether main is protected", error);
  }
}

const unanswered = (what: string, error: unknown): Finding =>
  notKnown(
    `${what}: ${messageOf(error)}`,
    error instanceof NotAnswered ? error.wayOut : "try again, or look at the repository's settings on GitHub",
  );

/** GitHub asks no owner who does not exist. */
export function owners(root = projectRoot): Finding {
  const file = join(root, ".github/CODEOWNERS");
  const wayOut = "name people or a team of yours in .github/CODEOWNERS";
  if (!existsSync(file)) return wrong("nobody owns workflows and the account tier", wayOut);
  const names = [...readFileSync(file, "utf8").matchAll(/^\/.*?\s(@.*)$/gm)].map(([, owner = ""]) => owner);
  if (names.length === 0) return wrong(".github/CODEOWNERS names nobody", wayOut);
  return names.some((name) => /@example\//.test(name))
    ? wrong(".github/CODEOWNERS still names an example's team, which GitHub does not ask", wayOut)
    : ok("workflows and the account tier have owners");
}
