import { IamAccountPasswordPolicy } from "@cdktf/provider-aws/lib/iam-account-password-policy";
import { IamServiceLinkedRole } from "@cdktf/provider-aws/lib/iam-service-linked-role";
import { ShieldSubscription } from "@cdktf/provider-aws/lib/shield-subscription";
import { Construct } from "constructs";
import type { Inputs, Outputs } from "../core/contract";
import { homeOf } from "../core/home";
import { boundary } from "./boundary";
import { accountContract } from "./contract";
import { workflowRoles } from "./workflows/roles";

type C = typeof accountContract;

/**
 * The account tier: service-linked roles of AWS services, the permissions boundary of every role of the platform, and the
 * roles of workflows.
 *
 * They are global in the account, so no region owns them: destroying a region would take them from the others.
 *
 * An account that has used one of these services already has its role, and AWS refuses a second one. Import it in the root
 * `<environment>-global-account` before its first apply:
 * `terraform import module.account.aws_iam_service_linked_role.autoscaling ARN`. The same holds for GitHub's OIDC provider.
 */
export class AccountTier extends Construct implements Outputs<C> {
  static readonly contract = accountContract;
  readonly autoscalingServiceRoleArn: string;
  readonly configServiceRoleArn: string;
  readonly boundaryArn: string;

  constructor(scope: Construct, id: string, inputs: Inputs<C>) {
    super(scope, id);
    const { githubRepository, githubRepositoryIds, workflows, shieldAdvanced, regions, runsTasks } = inputs;

    const serviceLinked = (role: string, awsServiceName: string) =>
      new IamServiceLinkedRole(this, role, { awsServiceName });
    const autoscaling = serviceLinked("autoscaling", "autoscaling.amazonaws.com");
    serviceLinked("load-balancing", "elasticloadbalancing.amazonaws.com");
    serviceLinked("database", "rds.amazonaws.com");
    const config = serviceLinked("config", "config.amazonaws.com");
    serviceLinked("guard", "guardduty.amazonaws.com");
    serviceLinked("access-analyzer", "access-analyzer.amazonaws.com");
    serviceLinked("backup", "backup.amazonaws.com");
    serviceLinked("image-replication", "replication.ecr.amazonaws.com");
    if (runsTasks) {
      // ECS would make its own with the first cluster, and refuse that cluster until the role is there.
      // https://github.com/hashicorp/terraform-provider-aws/issues/15452
      serviceLinked("containers", "ecs.amazonaws.com");
      serviceLinked("container-scaling", "ecs.application-autoscaling.amazonaws.com");
    }

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
      });
    // AWS takes a subscription for a year and has no call that ends it: destroying leaves it.
    if (shieldAdvanced !== "off") new ShieldSubscription(this, "shield", { autoRenew: "DISABLED", skipDestroy: true });

    this.autoscalingServiceRoleArn = autoscaling.arn;
    this.configServiceRoleArn = config.arn;
    this.boundaryArn = boundary(this, regions).arn;
  }
}
