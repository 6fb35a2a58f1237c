import { workflowRoleName } from "../../modules/account/workflows/contract";
import { breakGlassRoleName } from "../../modules/blocks/vault/contract";
import { boundaryName } from "../../modules/core/names";
import { stateBucketName } from "../../modules/state/contract";
import { place } from "../support/policy";
import {
  type Case,
  type Cases,
  createRole,
  decrypt,
  iam,
  makeSecret,
  object,
  read,
  secretsKey,
  state,
  through,
} from "./requests";
import { things } from "./roles";

const ours = (name: string) => `shop/${place.prefix}-${name}`;
const bounded = { "iam:PermissionsBoundary": iam(`policy/${boundaryName}`) };

/** What somebody would do to a role to become it, or to be rid of it; `context` says the boundary that it has. */
export const change = (role: string, context: Readonly<Record<string, string>> = {}): Case[] =>
  ["UpdateRole", "PutRolePolicy", "DeleteRolePolicy", "DeleteRole"].map((action) => [
    `${action} of ${role}`,
    { action: `iam:${action}`, resource: iam(`role/${role}`), context },
  ]);
const trust = (role: string): Case => [
  `let others take on ${role}`,
  { action: "iam:UpdateAssumeRolePolicy", resource: iam(`role/${role}`), context: bounded },
];
const hand = (role: string, service?: string): Case["1"] => ({
  action: "iam:PassRole",
  resource: iam(`role/${role}`),
  ...(service ? { context: { "iam:PassedToService": `${service}.amazonaws.com` } } : {}),
});
const configRole = "aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig";
const make = (action: string): Case => [`call ${action}`, { action, resource: "*" }];
const stateBucket = `arn:aws:s3:::${stateBucketName(place, "eu-north-1")}`;
const ofState = (key: string, action = "s3:PutObject"): Case["1"] => ({ action, resource: `${stateBucket}/${key}` });
const accountsLock = { "dynamodb:LeadingKeys": ["shop-state-333333333333-eu-north-1/prod/global/account.tfstate-md5"] };

/** Roles that policies trust by name, and those that the platform's own bounds are made of. */
const trusted = ["deploy", breakGlassRoleName, workflowRoleName("apply"), workflowRoleName("drill"), "admin"];

/** What an open key of a secret would be for. */
export const openSecret = (key: typeof secretsKey): Case[] => [
  ["read the database secret", read(things.databaseSecret)],
  ["decrypt by itself", { action: "kms:Decrypt", ...key, context: { "kms:CallerAccount": place.account } }],
  ["decrypt through another service", { action: "kms:Decrypt", ...key, context: through("s3") }],
];

/** Ways to be somebody else, and to see what they have stored. */
export const never: readonly Case[] = [
  ["take on a role", { action: "sts:AssumeRole", resource: things.role("api") }],
  [
    "open a session on an instance",
    { action: "ssm:StartSession", resource: `arn:aws:ec2:${place.region}:${place.account}:instance/i-1` },
  ],
  [
    "run a command on instances",
    { action: "ssm:SendCommand", resource: `arn:aws:ec2:${place.region}:${place.account}:instance/i-1` },
  ],
  ["run a command in a container", { action: "ecs:ExecuteCommand", resource: "*" }],
  ["call a function", { action: "lambda:InvokeFunction", resource: things.function("events") }],
  ["use the Data API", { action: "rds-data:ExecuteStatement", resource: things.cluster }],
  ["read archived logs", object(things.archive)],
  ["forge archived logs", object(things.archive, "s3:PutObject")],
  ["read log events", { action: "logs:GetLogEvents", resource: `${things.logs("api")}:log-stream:i-1` }],
  ["query logs", { action: "logs:StartQuery", resource: things.logs("api") }],
  ["list customers", { action: "cognito-idp:ListUsers", resource: things.userPool }],
  ["take over a customer", { action: "cognito-idp:AdminSetUserPassword", resource: things.userPool }],
  ["take events", { action: "sqs:ReceiveMessage", resource: things.queue }],
  ["write the database secret", { ...read(things.databaseSecret), action: "secretsmanager:PutSecretValue" }],
  ["share a snapshot", { action: "rds:ModifyDBClusterSnapshotAttribute", resource: things.snapshot }],
  ["export a snapshot", { action: "rds:StartExportTask", resource: "*" }],
  ["change who may use a key", { ...decrypt, action: "kms:PutKeyPolicy" }],
  ["stop the trail", { action: "cloudtrail:StopLogging", resource: things.trail }],
  ["delete the trail", { action: "cloudtrail:DeleteTrail", resource: things.trail }],
  ["lead the trail elsewhere", { action: "cloudtrail:UpdateTrail", resource: things.trail }],
  ["stop recording", { action: "config:StopConfigurationRecorder", resource: "*" }],
  ["delete a detector", { action: "guardduty:DeleteDetector", resource: "*" }],
  ["write the account tier's state", ofState("prod/global/account.tfstate")],
  ["take the account tier's lock", ofState("prod/global/account.tfstate.tflock")],
  [
    "forge the digest of the account tier's state",
    { action: "dynamodb:PutItem", resource: things.locks, context: accountsLock },
  ],
  ["open the state bucket to others", { action: "s3:PutBucketPolicy", resource: stateBucket }],
  ["expire states", { action: "s3:PutLifecycleConfiguration", resource: stateBucket }],
  ["copy states elsewhere", { action: "s3:PutReplicationConfiguration", resource: stateBucket }],
  ["delete a state", ofState("prod/global/dns.tfstate", "s3:DeleteObject")],
  ["delete a version of a state", ofState("prod/global/dns.tfstate", "s3:DeleteObjectVersion")],
  ["delete the lock table", { action: "dynamodb:DeleteTable", resource: things.locks }],
  ["make a role without the boundary", createRole("AdministratorAccess")],
  ["take a boundary off", { action: "iam:DeleteRolePermissionsBoundary", resource: things.role("web") }],
  ["change the boundary", { action: "iam:CreatePolicyVersion", resource: iam(`policy/${boundaryName}`) }],
  ["make a user", { action: "iam:CreateUser", resource: iam("user/somebody") }],
  [
    "trust another provider of identities",
    { action: "iam:CreateOpenIDConnectProvider", resource: iam("oidc-provider/x") },
  ],
  ...trusted.flatMap((name): Case[] => [
    [`make ${name}`, { action: "iam:CreateRole", resource: iam(`role/${name}`), context: bounded }],
    ...change(name, bounded),
    trust(name),
    [`hand ${name} to an instance`, hand(name, "ec2")],
  ]),
  trust(ours("api")),
  make("organizations:LeaveOrganization"),
  make("sagemaker:CreateNotebookInstance"),
];

/** What applying is for. */
export const applyCases: Cases = {
  may: [
    ["make a role within the boundary", createRole(boundaryName)],
    ...change(ours("web"), bounded),
    ...makeSecret(secretsKey),
    ["hand its role to an instance", hand(ours("web"), "ec2")],
    ["hand the archiver's role to CloudWatch Logs, which does not say its name", hand(ours("archiver"))],
    ["hand AWS Config its own role, as every baseline does", hand(configRole, "config")],
    ["make a network", { action: "ec2:CreateVpc", resource: `arn:aws:ec2:${place.region}:${place.account}:vpc/*` }],
    ["change the database", { action: "rds:ModifyDBCluster", resource: things.cluster }],
    ["write a state", { action: "s3:PutObject", resource: state("tfstate") }],
    ["lock a state", { action: "s3:PutObject", resource: state("tfstate.tflock") }],
    ["unlock a state", { action: "s3:DeleteObject", resource: state("tfstate.tflock") }],
    [
      "write a state's digest",
      {
        action: "dynamodb:PutItem",
        resource: things.locks,
        context: { "dynamodb:LeadingKeys": ["a/prod/global/dns.tfstate-md5"] },
      },
    ],
    ["rotate the origin secret", { ...read(things.originSecret), action: "secretsmanager:PutSecretValue" }],
    ["see how things are set up", { action: "rds:DescribeDBClusters", resource: things.cluster }],
    [
      "change a database whose master password RDS keeps",
      { action: "rds:ModifyDBCluster", resource: things.cluster, context: { "rds:ManageMasterUserPassword": "true" } },
    ],
  ],
  mayNot: [
    ...never,
    ...openSecret(secretsKey),
    ["hand a role to a service that the platform has no role for", hand(ours("web"), "sagemaker")],
    ["delete a role of the platform that has no boundary", { action: "iam:DeleteRole", resource: things.role("web") }],
    [
      "end that RDS keeps the master password, nor change a database that it keeps none of",
      { action: "rds:ModifyDBCluster", resource: things.cluster, context: { "rds:ManageMasterUserPassword": "false" } },
    ],
    ["delete the database", { action: "rds:DeleteDBCluster", resource: things.cluster }],
    ["delete a snapshot", { action: "rds:DeleteDBClusterSnapshot", resource: things.snapshot }],
    ["delete a backup", { action: "backup:DeleteRecoveryPoint", resource: things.recoveryPoint }],
    ["delete a vault's policy", { action: "backup:DeleteBackupVaultAccessPolicy", resource: things.vault }],
    ["schedule a key for deletion", { ...decrypt, action: "kms:ScheduleKeyDeletion" }],
    ["delete a log", { action: "logs:DeleteLogGroup", resource: things.logs("api") }],
    ["delete a bucket", { action: "s3:DeleteBucket", resource: things.archive }],
    ["delete all customers", { action: "cognito-idp:DeleteUserPool", resource: things.userPool }],
    ["forge the record of a drill", ofState("prod/drills/dr-261123030000-k7qd.json")],
  ],
};
