import { GetRoleCommand, type IAMClient } from "@aws-sdk/client-iam";
import { workflowRoleName, workflows } from "../../modules/account/contract";
import type { Environment } from "../../regions/schema/environment";
import { isExampleAccount, isExampleRepository } from "../../regions/schema/placeholders";
import { messageOf } from "../../terraform/failures";
import { type Finding, of } from "./finding";

const { ok, wrong, notKnown } = of("account");

/** How AWS is asked, with the caller's credentials. */
export interface AskedAws {
  /** The account of the credentials; throws where AWS does not say. */
  account(): Promise<string>;
  readonly iam: Pick<IAMClient, "send">;
}

/** Whose the credentials are, and whom that account lets in from GitHub. */
export async function accountFindings(environments: readonly Environment[], aws: AskedAws): Promise<Finding[]> {
  const accounts = environments.map(({ name, account }) => `${name} (${account})`).join(", ");
  const examples = environments.filter(({ account }) => isExampleAccount(account)).map(({ name }) => name);
  const placeholders =
    examples.length > 0
      ? wrong(
          `the accounts of ${examples.join(", ")} are an example's, which only a local AWS has`,
          "run ./shop init before you deploy to AWS",
        )
      : ok(`every environment has an account of its own: ${accounts}`);
  const account = await aws.account().catch((error: unknown) => new Error(messageOf(error)));
  if (account instanceof Error)
    return [placeholders, notKnown("whose your credentials are, and whom that account trusts", account.message)];
  const environment = environments.find((one) => one.account === account);
  if (!environment)
    return [
      placeholders,
      wrong(`your credentials are of account ${account}, which is no environment's`, `use those of ${accounts}`),
    ];
  const trusts = await Promise.all(workflows.map((workflow) => trustOf(workflowRoleName(workflow), environment, aws)));
  return [placeholders, ok(`your credentials are of ${environment.name} (account ${account})`), ...trusts];
}

/** Whom a deployed role of workflows trusts, compared with what the region files say. */
async function trustOf(role: string, environment: Environment, { iam }: AskedAws): Promise<Finding> {
  const root = `${environment.name}-global-account`;
  try {
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: role }));
    const trusted = repositoriesIn(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? ""));
    const wanted = repositoryOf(environment);
    const strangers = trusted.filter((one) => one !== wanted || isExampleRepository(one));
    if (trusted.length === 0)
      return notKnown(
        `${role}: its trust names no repository`,
        `look at it with: aws iam get-role --role-name ${role}`,
      );
    return strangers.length === 0
      ? ok(`${role} trusts ${trusted.join(", ")} only`)
      : wrong(
          `${role} trusts ${strangers.join(", ")}, and yours is ${wanted ?? "none"}`,
          `correct githubRepository in regions/organization.ts, and deploy ${root}`,
        );
  } catch (error) {
    if (error instanceof Error && /^NoSuchEntity/.test(error.name)) return ok(`there is no role ${role}`);
    return notKnown(`whom ${role} trusts: ${messageOf(error)}`, "use credentials that may call iam:GetRole");
  }
}

const repositoryOf = ({ regions }: Environment): string | null =>
  regions.flatMap((region) => (region.role === "global" ? [region.account.githubRepository] : []))[0] ?? null;

/** Repositories in subjects such as `repo:owner/name:environment:apply`, by name; GitHub's newer ones add ids after @. */
const repositoriesIn = (policy: string): string[] => [
  ...new Set([...policy.matchAll(/"repo:([^:"]+)/g)].map(([, subject = ""]) => subject.replace(/@\w+/g, ""))),
];
