import { boundaryName } from "../../modules/core/names";
import { runTagKey } from "../../modules/core/run";
import { switchNamespace } from "../../modules/failover/switches/contract";
import { leaseTableName } from "../../modules/state/contract";
import { place, policy } from "../support/policy";
import { never, openSecret } from "./apply-cases";
import { given } from "./policies";
import {
  type Case,
  type Cases,
  createRole,
  makeSecret,
  object,
  read,
  secretsKey,
  secretsKeyOf,
  through,
} from "./requests";
import { things } from "./roles";

const root = "dev-eu-central-1-recovery-of-eu-west-1";
const devSecretsKey = secretsKeyOf(root);
const leases = `arn:aws:dynamodb:${place.region}:${place.account}:table/${leaseTableName}`;
const bucket = (name: string) => `arn:aws:s3:::${name}-${place.account}`;
const alarm = (name: string) => `arn:aws:cloudwatch:${place.region}:${place.account}:alarm:${name}`;
const alias = (name: string) => `arn:aws:kms:${place.region}:${place.account}:alias/${name}`;
const protection = `arn:aws:shield::${place.account}:protection/1`;
const key = { resource: things.secretsKey, of: policy(given("security", root), "secrets_key") };

/** What destroys something, of which IAM is told the tags. */
const destroying: readonly [what: string, request: Case["1"]][] = [
  ["a database", { action: "rds:DeleteDBCluster", resource: things.cluster }],
  ["a snapshot", { action: "rds:DeleteDBClusterSnapshot", resource: things.snapshot }],
  ["a backup", { action: "backup:DeleteRecoveryPoint", resource: things.recoveryPoint }],
  ["a vault", { action: "backup:DeleteBackupVault", resource: things.vault }],
  ["a key", { action: "kms:ScheduleKeyDeletion", ...key }],
  ["a log", { action: "logs:DeleteLogGroup", resource: things.logs("api") }],
  ["all customers", { action: "cognito-idp:DeleteUserPool", resource: things.userPool }],
  ["a network", { action: "ec2:DeleteVpc", resource: `arn:aws:ec2:${place.region}:${place.account}:vpc/vpc-1` }],
  ["a role", { action: "iam:DeleteRole", resource: things.role("web") }],
  ["a queue", { action: "sqs:DeleteQueue", resource: things.queue }],
  ["a protection", { action: "shield:DeleteProtection", resource: protection }],
];
const bounded = { "iam:PermissionsBoundary": `arn:aws:iam::${place.account}:policy/${boundaryName}` };
const destroy = (tags: Readonly<Record<string, string>>): Case[] =>
  destroying.map(([what, request]) => [
    `delete ${what} with ${Object.keys(tags).join() || "no tag"}`,
    { ...request, context: { ...bounded, ...tags } },
  ]);

const sendMetric = (namespace: string) => ({
  action: "cloudwatch:PutMetricData",
  resource: "*",
  context: { "cloudwatch:namespace": namespace },
});

const call = (name: string) => ({
  action: "lambda:InvokeFunction",
  resource: `arn:aws:lambda:${place.region}:${place.account}:function:${name}`,
});

export const drillCases: Cases = {
  may: [
    ["make a role within the boundary", createRole(boundaryName)],
    ...makeSecret(devSecretsKey),
    ...destroy({ [`aws:ResourceTag/${runTagKey}`]: "dr-261123030000-k7qd" }),
    [
      "delete a bucket of the region that it loses",
      { action: "s3:DeleteBucket", resource: bucket("dev-eu-west-1-archive") },
    ],
    ["delete a bucket of a run", { action: "s3:DeleteBucket", resource: bucket("dr-261123030000-k7qd-archive") }],
    ["delete the alias of a run's key", { action: "kms:DeleteAlias", resource: alias("dr-261123030000-k7qd-logs") }],
    [
      "delete the alarms of a policy that scales containers, which carry no tags",
      { action: "cloudwatch:DeleteAlarms", resource: alarm("TargetTracking-service/dr-1-api/dr-1-api-AlarmHigh-1") },
    ],
    ["have Shield Advanced protect a load balancer", { action: "shield:CreateProtection", resource: "*" }],
    ["and give that tags", { action: "shield:TagResource", resource: protection }],
    ["have AWS Backup back up", { action: "backup:StartBackupJob", resource: things.vault }],
    ["have AWS Backup copy", { action: "backup:StartCopyJob", resource: things.recoveryPoint }],
    ["remember a run", { action: "s3:PutObject", resource: things.record }],
    ["forget a run", { action: "s3:DeleteObject", resource: things.record }],
    ["fence a region", sendMetric(switchNamespace)],
    ["have a recovered database prepared", call("dr-261123030000-k7qd-database-preparation")],
    ["take the lease", { action: "dynamodb:PutItem", resource: leases }],
    ["see what an account has", { action: "iam:GetAccountAuthorizationDetails", resource: "*" }],
  ],
  mayNot: [
    ...never,
    ...openSecret(devSecretsKey),
    ...destroy({}),
    ...destroy({ "aws:ResourceTag/Project": "shop" }),
    ["have the database that stands prepared", call("dev-eu-central-1-database-preparation")],
    ["call another function of a run", call("dr-261123030000-k7qd-events")],
    ["send another metric", sendMetric("AWS/Backup")],
    ["encrypt in prod", { action: "kms:GenerateDataKey", ...secretsKey, context: through("rds") }],
    ["delete the bucket of the trail", { action: "s3:DeleteBucket", resource: things.audit }],
    ["delete the trail's log files", object(things.audit, "s3:DeleteObjectVersion")],
    ["delete somebody's alarm", { action: "cloudwatch:DeleteAlarms", resource: alarm("somebodys") }],
    [
      "delete an alarm by which somebody's containers are scaled",
      { action: "cloudwatch:DeleteAlarms", resource: alarm("TargetTracking-service/somebodys/api-AlarmHigh-1") },
    ],
    ["delete somebody's bucket", { action: "s3:DeleteBucket", resource: "arn:aws:s3:::somebodys" }],
    ["delete the alias of the audit key", { action: "kms:DeleteAlias", resource: alias("shop-audit") }],
    [
      "delete somebody's dashboard",
      { action: "cloudwatch:DeleteDashboards", resource: `arn:aws:cloudwatch::${place.account}:dashboard/somebodys` },
    ],
    [
      "write a state of another environment",
      { action: "s3:PutObject", resource: "arn:aws:s3:::shop-state-333333333333-eu-north-1/prod/global/dns.tfstate" },
    ],
    ["rotate the origin secret", { ...read(things.originSecret), action: "secretsmanager:PutSecretValue" }],
    [
      "change what CloudFront serves",
      { action: "cloudfront:UpdateDistribution", resource: `arn:aws:cloudfront::${place.account}:distribution/E1` },
    ],
  ],
};
