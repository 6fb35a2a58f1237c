import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { ElasticacheUser } from "@cdktf/provider-aws/lib/elasticache-user";
import { ElasticacheUserGroup } from "@cdktf/provider-aws/lib/elasticache-user-group";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Fn } from "cdktf";
import type { Construct } from "constructs";

/**
 * The one user of the cache: logs in with IAM, and may do everything with keys, nothing with the server.
 *
 * IAM wants id and name to be the same. https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth-iam.html
 */
export function login(scope: Construct, namePrefix: string): { user: ElasticacheUser; group: ElasticacheUserGroup } {
  const name = `${namePrefix}-api`;
  const user = new ElasticacheUser(scope, "api", {
    userId: name,
    userName: name,
    engine: "valkey",
    accessString: "on ~* &* +@all -@admin -@dangerous",
    authenticationMode: { type: "iam" },
  });
  const group = new ElasticacheUserGroup(scope, "users", {
    userGroupId: `${namePrefix}-cache`,
    engine: "valkey",
    userIds: [user.userId],
  });
  return { user, group };
}

/** Lets the api's role, and no other, log in as the user. */
export function letIn(
  scope: Construct,
  roleArn: string,
  { groupArn, userArn }: { readonly groupArn: string; readonly userArn: string },
): void {
  const document = new DataAwsIamPolicyDocument(scope, "log-in", {
    statement: [
      {
        sid: "LogInToCache",
        actions: ["elasticache:Connect"],
        resources: [groupArn, userArn],
      },
    ],
  });
  new IamRolePolicy(scope, "api-logs-in", {
    name: "log-in-to-cache",
    role: Fn.basename(roleArn),
    policy: document.json,
  });
}
