import type {
  DataAwsIamPolicyDocumentStatement,
  DataAwsIamPolicyDocumentStatementCondition,
} from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Home } from "../../core/home";

type Statement = DataAwsIamPolicyDocumentStatement;
type Condition = DataAwsIamPolicyDocumentStatementCondition;

/** What a service does with a key for whoever calls it. */
export const dataActions = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"];

/** Who uses a key through AWS services: the named roles, or all of the account that IAM allows to. */
export interface ThroughServices {
  readonly services: readonly string[];
  /** Whether the service may act from any region, as when a backup is copied into another one; its own only without it. */
  readonly fromAnyRegion?: boolean;
  readonly actions?: readonly string[];
  /** ARNs of the only roles that may; they need not exist, as they would have to as principals. */
  readonly roleArns?: string[];
}

/**
 * Lets the account use a key through AWS services, of its region or of any, never directly.
 *
 * The principal is the account, so the caller's IAM policy must allow it as well.
 */
export const throughServices = (home: Home, sid: string, through: ThroughServices): Statement => ({
  sid,
  principals: [{ type: "AWS", identifiers: [`arn:${home.partition}:iam::${home.account}:root`] }],
  actions: [...(through.actions ?? dataActions)],
  resources: ["*"],
  condition: [
    is("kms:CallerAccount", home.account),
    through.fromAnyRegion
      ? { ...byWayOf("*", ...through.services), test: "StringLike" }
      : byWayOf(home.region, ...through.services),
    ...(through.roleArns ? [{ test: "ArnEquals", variable: "aws:PrincipalArn", values: through.roleArns }] : []),
  ],
});

/**
 * The services that make and copy backups of databases: a copy reads the key of its source from the target's region, and
 * writes under the key of the vault from the source's.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html
 */
export const backups: ThroughServices = { services: ["backup", "rds"], fromAnyRegion: true };

/** Lets the same callers hand a key on to the AWS resources they make, which outlive the call. */
export const grantsThroughServices = (home: Home, sid: string, through: ThroughServices): Statement =>
  forAwsResources(throughServices(home, sid, { ...through, actions: ["kms:CreateGrant"] }));

/** Narrows a statement on `CreateGrant` to grants that AWS services make for their own resources. */
export const forAwsResources = (statement: Statement): Statement => ({
  ...statement,
  condition: [
    ...(Array.isArray(statement.condition) ? statement.condition : []),
    { test: "Bool", variable: "kms:GrantIsForAWSResource", values: ["true"] },
  ],
});

/** A condition on one or several exact values. */
export const is = (variable: string, ...values: string[]): Condition => ({ test: "StringEquals", variable, values });

/**
 * A condition on keys that a service of a region uses for whoever called it, as KMS writes its name: "sqs.eu-west-1.amazonaws.com".
 *
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 */
export const byWayOf = (region: string, ...services: string[]): Condition =>
  is("kms:ViaService", ...services.map((service) => `${service}.${region}.amazonaws.com`));

/** Use of the key that has an alias in a region, by way of a service there: a key's ARN is not known where it is not read. */
export const useByAlias = (
  { partition, account }: Home,
  { sid, action, region, service, alias }: Record<"sid" | "action" | "region" | "service" | "alias", string>,
): Statement => ({
  sid,
  actions: [action],
  resources: [`arn:${partition}:kms:${region}:${account}:key/*`],
  condition: [byWayOf(region, service), { ...is("kms:ResourceAliases", alias), test: "ForAnyValue:StringEquals" }],
});
