import type { Need } from "../need";
import { unlisted } from "../unlisted";

const databaseSecret = "arn:aws:secretsmanager:{region}:{account}:secret:rds!cluster-example";
const bucketPolicy = (bucket: string): string[] =>
  ["s3:GetBucketPolicy", "s3:PutBucketPolicy"].map((action) => `${action} arn:aws:s3:::${bucket}`);

/**
 * What a service asks for to send a log of its own for the caller, or to end that.
 *
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-vended-logs-permissions.html
 */
const sendsLog = ["CreateLogDelivery", "GetLogDelivery", "ListLogDeliveries", "UpdateLogDelivery"].map(
  (action) => `logs:${action}`,
);
const toLogGroup = ["logs:DescribeLogGroups", "logs:DescribeResourcePolicies", "logs:PutResourcePolicy"];
const endsLog = ["logs:DeleteLogDelivery"];

/** What AWS asks for besides, where one service calls another for the caller: an action, and what it is about. */
const asksBesides: Readonly<Record<string, readonly string[]>> = {
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html
  "apigateway:POST": [...sendsLog, ...toLogGroup, ...unlisted],
  "apigateway:DELETE": endsLog,
  // https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-api-permissions.html
  "autoscaling:CreateAutoScalingGroup": ["ec2:CreateTags", "ec2:RunInstances"],
  "autoscaling:UpdateAutoScalingGroup": ["ec2:CreateTags", "ec2:RunInstances"],
  // https://docs.aws.amazon.com/autoscaling/application/userguide/security_iam_id-based-policy-examples.html
  "application-autoscaling:PutScalingPolicy": ["cloudwatch:DescribeAlarms", "cloudwatch:PutMetricAlarm"],
  "application-autoscaling:DeleteScalingPolicy": ["cloudwatch:DeleteAlarms"],
  "application-autoscaling:RegisterScalableTarget": ["ecs:DescribeServices", "ecs:UpdateService"],
  // https://docs.aws.amazon.com/aws-backup/latest/devguide/access-control.html#backup-api-permissions-ref
  "backup:CreateBackupVault": ["backup-storage:MountCapsule"],
  // https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-create-flow-log.html
  "ec2:CreateFlowLogs": ["logs:CreateLogDelivery"],
  "ec2:DeleteFlowLogs": endsLog,
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
  "ec2:CreateVpcEndpoint": ["route53:AssociateVPCWithHostedZone"],
  // https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Logging-destinations.html
  "elasticache:CreateReplicationGroup": [...sendsLog, ...toLogGroup],
  "elasticache:DeleteReplicationGroup": endsLog,
  // https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions and images.html
  "lambda:CreateFunction": [
    ...["ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcs"],
    ...["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
    "s3:GetObject arn:aws:s3:::{prefix}-events-code-{account}/*",
  ],
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-vended-logs-permissions-V2.html
  "logs:CreateDelivery": bucketPolicy("shop-edge-logs-{account}-{region}"),
  "logs:PutDeliverySource": ["cloudfront:AllowVendedLogDeliveryForResource"],
  "rds:CreateDBCluster": ["CreateSecret", "TagResource"].map((one) => `secretsmanager:${one} ${databaseSecret}`),
  "rds:CreateDBInstance": ["CreateSecret", "TagResource"].map((one) => `secretsmanager:${one} ${databaseSecret}`),
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonroute53.html
  "route53:CreateHostedZone": ["ec2:DescribeVpcs"],
  // https://docs.aws.amazon.com/secretsmanager/latest/userguide/create-manage-multi-region-secrets.html
  "secretsmanager:CreateSecret": ["secretsmanager:ReplicateSecretToRegions"],
  // https://docs.aws.amazon.com/waf/latest/developerguide/security_iam_service-with-iam.html#security_iam_action-AssociateWebACL
  "wafv2:AssociateWebACL": ["elasticloadbalancing:SetWebACL"],
  "wafv2:DisassociateWebACL": ["elasticloadbalancing:SetWebACL"],
  // https://docs.aws.amazon.com/waf/latest/developerguide/logging-cw-logs.html and logging-s3.html
  "wafv2:PutLoggingConfiguration": [
    "logs:CreateLogDelivery",
    ...toLogGroup,
    ...bucketPolicy("aws-waf-logs-shop-{account}-{region}"),
  ],
  "wafv2:DeleteLoggingConfiguration": endsLog,
};

/** What else an action asks for. */
export const othersBeside = ({ action }: Need): Need[] => (asksBesides[action] ?? []).map(parsed);

/** What is written as an action, and what it is about where policies may tell that from others. */
function parsed(text: string): Need {
  const [action = "", resource] = text.split(" ");
  return { action, ...(resource === undefined ? {} : { resource }) };
}
