import type { Need } from "../need";

/** What services are handed a role with, which asks for `iam:PassRole`; "" where a service does not say to IAM who it is. */
const handsRoleTo: Readonly<Record<string, string>> = {
  "apigateway:POST": "apigateway.amazonaws.com",
  "autoscaling:CreateAutoScalingGroup": "ec2.amazonaws.com",
  "autoscaling:UpdateAutoScalingGroup": "ec2.amazonaws.com",
  "backup:CreateBackupSelection": "backup.amazonaws.com",
  "backup:StartBackupJob": "backup.amazonaws.com",
  "backup:StartCopyJob": "backup.amazonaws.com",
  "config:PutConfigurationRecorder": "config.amazonaws.com",
  "ec2:CreateFlowLogs": "vpc-flow-logs.amazonaws.com",
  "ecs:RegisterTaskDefinition": "ecs-tasks.amazonaws.com",
  "firehose:CreateDeliveryStream": "firehose.amazonaws.com",
  "lambda:CreateFunction": "lambda.amazonaws.com",
  "logs:PutSubscriptionFilter": "",
  "rds:CreateDBCluster": "monitoring.rds.amazonaws.com",
  "rds:CreateDBInstance": "monitoring.rds.amazonaws.com",
  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketReplication.html
  "s3:PutReplicationConfiguration": "s3.amazonaws.com",
};

/** A service that is handed its own role, not one of the platform's. */
const ownRoleOf: Readonly<Record<string, string>> = {
  "config.amazonaws.com": "arn:aws:iam::{account}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig",
};

/** What makes a service's own role where the account has none yet; the account tier makes the others. */
const makesRoleOf: Readonly<Record<string, string>> = {
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/using-service-linked-roles.html
  "apigateway:POST": "ops.apigateway.amazonaws.com",
  // https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/using-service-linked-roles.html
  "elasticache:CreateReplicationGroup": "elasticache.amazonaws.com",
};

/** What an action asks for to hand a role over, or to make a service's own. */
export const rolesBeside = ({ action }: Need): Need[] => [
  ...handing(handsRoleTo[action]),
  ...making(makesRoleOf[action]),
];

function handing(service: string | undefined): Need[] {
  if (service === undefined) return [];
  const own = ownRoleOf[service];
  const context = service === "" ? {} : { context: { "iam:PassedToService": service } };
  return [{ action: "iam:PassRole", ...(own === undefined ? {} : { resource: own }), ...context }];
}

function making(service: string | undefined): Need[] {
  if (service === undefined) return [];
  const resource = `arn:aws:iam::{account}:role/aws-service-role/${service}/*`;
  return [{ action: "iam:CreateServiceLinkedRole", resource, context: { "iam:AWSServiceName": service } }];
}
