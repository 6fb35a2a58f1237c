import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
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
const rulesAnswer = z.array(z.object({ type: z.string() }));

/** What GitHub would let anybody do: use an environment that a role trusts, or change main and what holds keys alone. */
export async function repositoryFindings(
  repository: string | null,
  environments: readonly string[],
  github: Github,
): Promise<Finding[]> {
  if (repository === null) return [ok("no repository is trusted: there are no roles for workflows"), owners()];
  if (isExampleRepository(repository))
    return [wrong(`${repository} is an example's repository, and would be trusted`, "run ./shop init"), owners()];
  const seen = await visible(repository, github);
  if (seen !== undefined) return [seen, owners()];
  const asked = await Promise.all([
    ...environments.map((name) => environmentFinding(repository, name, github)),
    mainFinding(repository, github),
  ]);
  return [...asked, owners()];
}

/** GitHub says of what a token may not see that it is not there: nothing else it says of it is worth anything. */
async function visible(repository: string, github: Github): Promise<Finding | undefined> {
  const what = `what protects ${repository}`;
  try {
    if ((await github(`repos/${repository}`)) !== undefined) return undefined;
    return notKnown(`${what}: GITHUB_TOKEN does not see it`, "use a token of somebody who may read its settings");
  } catch (error) {
    return unanswered(what, error);
  }
}

async function environmentFinding(repository: string, name: string, github: Github): Promise<Finding> {
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
    // A drill runs at night: nobody is there to agree.
    if (name !== "drill" && !rules.some(({ type }) => type === "required_reviewers"))
      return wrong(`${what} asks nobody`, `require reviewers: ${where}`);
    return ok(`${what} takes chosen branches only${name === "drill" ? "" : ", and asks a reviewer"}`);
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
