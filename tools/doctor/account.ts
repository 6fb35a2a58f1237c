import { GetRoleCommand, type IAMClient } from "@aws-sdk/client-iam";
import { subjectsOf, type Workflow, workflowRoleName, workflows } from "../../modules/account/workflows/contract";
import { type Environment, globalRegionOf } from "../../regions/schema/environment";
import { isExampleAccount } from "../../regions/schema/placeholders";
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
  const trusts = await Promise.all(workflows.map((workflow) => trustOf(workflow, environment, aws)));
  return [placeholders, ok(`your credentials are of ${environment.name} (account ${account})`), ...trusts];
}

/** Whom a deployed role of workflows trusts, compared with what the region files say. */
async function trustOf(workflow: Workflow, environment: Environment, { iam }: AskedAws): Promise<Finding> {
  const role = workflowRoleName(workflow);
  const { account } = globalRegionOf(environment);
  const wanted = account.workflows.includes(workflow) ? subjectsOf(workflow, environment.name, account) : [];
  const deploy = `deploy ${environment.name}-global-account`;
  try {
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: role }));
    const policy = decodeURIComponent(Role?.AssumeRolePolicyDocument ?? "");
    const trusted = [...policy.matchAll(/"(repo:[^"]+)"/g)].map(([, subject = ""]) => subject);
    if (trusted.length === 0)
      return notKnown(
        `${role}: its trust names no repository`,
        `look at it with: aws iam get-role --role-name ${role}`,
      );
    const strangers = trusted.filter((one) => !wanted.includes(one));
    if (strangers.length > 0)
      return wrong(
        `${role} trusts ${strangers.join(", ")}, and should trust ${wanted.join(", ") || "nobody"}`,
        `correct regions/organization.ts and account.workflows, and ${deploy}`,
      );
    if (workflow !== "plan" && !policy.includes("refs/heads/main")) return wrong(`${role} trusts every branch`, deploy);
    return ok(`${role} trusts ${trusted.join(", ")} only`);
  } catch (error) {
    if (!(error instanceof Error && /^NoSuchEntity/.test(error.name)))
      return notKnown(`whom ${role} trusts: ${messageOf(error)}`, "use credentials that may call iam:GetRole");
    return wanted.length === 0
      ? ok(`there is no role ${role}`)
      : wrong(`there is no role ${role} yet, for ${wanted.join(", ")}`, deploy);
  }
}
