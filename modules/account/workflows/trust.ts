import type {
  DataAwsIamPolicyDocumentStatement,
  DataAwsIamPolicyDocumentStatementCondition,
} from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { is } from "../../blocks/encryption/statements";
import { issuer, subjectEnd, type Workflow, workflowFile } from "./contract";

const main = "refs/heads/main";

/** Whom the roles of workflows trust. */
export interface Trusted {
  /** ARN of the account's OIDC provider of GitHub. */
  readonly providerArn: string;
  readonly repository: string;
  /** The repository as tokens of GitHub's newer form name it, and its id; undefined where they are not known. */
  readonly ids: { readonly repositoryWithIds: string; readonly repositoryId: string } | undefined;
  readonly environment: string;
}

/**
 * Lets one repository take on a role, in the GitHub environment that is named after workflow and account. What changes
 * something comes from main, and from no other workflow's file; a plan comes from any pull request, and from the nightly
 * look for drift.
 *
 * AWS compares GitHub's claims beside the subject since January 2026.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 * https://docs.github.com/en/actions/reference/security/oidc
 */
export function workflowTrust(workflow: Workflow, trusted: Trusted): DataAwsIamPolicyDocumentStatement {
  const { providerArn, repository, ids, environment } = trusted;
  const repositories = [repository, ...(ids ? [ids.repositoryWithIds] : [])];
  return {
    actions: ["sts:AssumeRoleWithWebIdentity"],
    principals: [{ type: "Federated", identifiers: [providerArn] }],
    condition: [
      claim("aud", "sts.amazonaws.com"),
      claim("sub", ...repositories.map((one) => `repo:${one}:${subjectEnd(workflow, environment)}`)),
      ...(ids ? [claim("repository_id", ids.repositoryId)] : []),
      ...(workflow === "plan"
        ? []
        : [claim("ref", main), claim("job_workflow_ref", `${repository}/${workflowFile(workflow)}@${main}`)]),
    ],
  };
}

const claim = (name: string, ...values: string[]): DataAwsIamPolicyDocumentStatementCondition =>
  is(`${issuer}:${name}`, ...values);
