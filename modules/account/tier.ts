import { IamServiceLinkedRole } from "@cdktf/provider-aws/lib/iam-service-linked-role";
import { Construct } from "constructs";
import type { Inputs, Outputs } from "../core/contract";
import { accountContract } from "./contract";

type C = typeof accountContract;

/**
 * The account tier: the roles that AWS services act in the account with.
 *
 * They are global in the account, so no region may own them: a region that is destroyed would take them from the others.
 *
 * An account that has used one of these services has its role already, and AWS refuses a second one. Import it, then, in
 * the root `<environment>-global-account` and before its first apply:
 * `terraform import module.account.aws_iam_service_linked_role.autoscaling ARN`.
 */
export class AccountTier extends Construct implements Outputs<C> {
  static readonly contract = accountContract;
  readonly autoscalingServiceRoleArn: string;

  constructor(scope: Construct, id: string, _inputs: Inputs<C>) {
    super(scope, id);

    const serviceLinked = (role: string, awsServiceName: string) =>
      new IamServiceLinkedRole(this, role, { awsServiceName });
    const autoscaling = serviceLinked("autoscaling", "autoscaling.amazonaws.com");
    serviceLinked("load-balancing", "elasticloadbalancing.amazonaws.com");
    serviceLinked("database", "rds.amazonaws.com");

    this.autoscalingServiceRoleArn = autoscaling.arn;
  }
}
