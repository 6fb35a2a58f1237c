import { IamAccountPasswordPolicy } from "@cdktf/provider-aws/lib/iam-account-password-policy";
import { ShieldSubscription } from "@cdktf/provider-aws/lib/shield-subscription";
import { Construct } from "constructs";
import type { Inputs, Outputs } from "../core/contract";
import { homeOf } from "../core/home";
import { boundary } from "./boundary";
import { accountContract } from "./contract";
import { linkServices } from "./service-linked-roles";
import { workflowRoles } from "./workflows/roles";

type C = typeof accountContract;

/**
 * The account tier: service-linked roles of AWS services, the permissions boundary of every role of the platform, and the
 * roles of workflows.
 *
 * They are global in the account, so no region owns them: destroying a region would take them from the others.
 *
 * An account that has used one of these services already has its role, and AWS refuses a second one: name it in
 * `existingServiceRoles`, or import it in the root `<environment>-global-account` before its first apply:
 * `terraform import module.account.aws_iam_service_linked_role.autoscaling ARN`. Before that, `./shop doctor` lists those that
 * the account has. GitHub's OIDC provider is the same: `githubProvider: "existing"`.
 */
export class AccountTier extends Construct implements Outputs<C> {
  static readonly contract = accountContract;
  readonly autoscalingServiceRoleArn: string;
  readonly configServiceRoleArn: string;
  readonly boundaryArn: string;

  constructor(scope: Construct, id: string, inputs: Inputs<C>) {
    super(scope, id);
    const {
      githubRepository,
      githubRepositoryIds,
      workflows,
      shieldAdvanced,
      regions,
      runsTasks,
      sharesBackups = false,
    } = inputs;

    const roles = linkServices(this, { runsTasks, existing: inputs.existingServiceRoles });

    new IamAccountPasswordPolicy(this, "passwords", {
      minimumPasswordLength: 16,
      requireLowercaseCharacters: true,
      requireUppercaseCharacters: true,
      requireNumbers: true,
      requireSymbols: true,
      passwordReusePrevention: 24,
      maxPasswordAge: 90,
      allowUsersToChangePassword: true,
    });
    if (githubRepository !== null && workflows.length > 0)
      workflowRoles(this, {
        githubProvider: inputs.githubProvider,
        workflows,
        home: homeOf(this),
        repository: inputs.workflowRepository,
        ids:
          githubRepositoryIds === null
            ? undefined
            : { repositoryWithIds: inputs.workflowRepositoryWithIds, repositoryId: inputs.workflowRepositoryId },
        environment: inputs.environment,
        sharesBackups,
      });
    // AWS takes a subscription for a year and has no call that ends it: destroying leaves it.
    if (shieldAdvanced !== "off") new ShieldSubscription(this, "shield", { autoRenew: "DISABLED", skipDestroy: true });

    this.autoscalingServiceRoleArn = roles.get("autoscaling.amazonaws.com") ?? "";
    this.configServiceRoleArn = roles.get("config.amazonaws.com") ?? "";
    this.boundaryArn = boundary(this, { regions, sharesBackups, environment: inputs.environment }).arn;
  }
}
