import type { Request } from "./decide";
import { golden, place, policy } from "./policies";
import { things } from "./roles";

/** A request and what it is, in words that follow "may" and "may not". */
export type Case = [what: string, request: Request];
export interface Cases {
  readonly may: readonly Case[];
  readonly mayNot: readonly Case[];
}

/** What KMS is told of a call that a service makes for its caller. */
export const through = (service: string) => ({
  "kms:ViaService": `${service}.${place.region}.amazonaws.com`,
  "kms:CallerAccount": place.account,
});
const ofCluster = (arn: string) => ({ "aws:ResourceTag/aws:rds:primaryDBClusterArn": arn });
export const iam = (name: string) => `arn:aws:iam::${place.account}:${name}`;
const log = (name: string) => `${things.logs(name)}:log-stream:i-0123456789`;
/** Decrypts the database secret. */
export const decrypt = {
  action: "kms:Decrypt",
  resource: things.secretsKey,
  of: policy(golden("security"), "secrets_key"),
};
export const read = (resource: string, context = {}): Request => ({
  action: "secretsmanager:GetSecretValue",
  resource,
  context,
});
const login = (user: string): Request => ({
  action: "rds-db:connect",
  resource: `arn:aws:rds-db:${place.region}:${place.account}:dbuser:cluster-ABC/${user}`,
});
const createRole = (boundary: string): Request => ({
  action: "iam:CreateRole",
  resource: iam("role/shop-new"),
  context: { "iam:PermissionsBoundary": iam(`policy/${boundary}`) },
});
/** What somebody would do to a role to become it, or to be rid of it; `boundary` is what the role has. */
const change = (role: string, boundary?: string): Case[] =>
  ["UpdateAssumeRolePolicy", "UpdateRole", "PutRolePolicy", "DeleteRolePolicy", "DeleteRole"].map((action) => [
    `${action} of ${role}`,
    {
      action: `iam:${action}`,
      resource: iam(`role/${role}`),
      ...(boundary ? { context: { "iam:PermissionsBoundary": iam(`policy/${boundary}`) } } : {}),
    },
  ]);
const hand = (role: string, service: string): Request => ({
  action: "iam:PassRole",
  resource: iam(`role/${role}`),
  context: { "iam:PassedToService": `${service}.amazonaws.com` },
});
const configRole = "aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig";
const state = (name: string) => `arn:aws:s3:::shop-state-${place.account}-eu-north-1/prod/global/dns.${name}`;

/** What each role must be able to do, and what somebody would like to do who has taken it over. */
export const cases: Readonly<Record<string, Cases>> = {
  "web fleet_role": {
    may: [
      ["write its own log", { action: "logs:PutLogEvents", resource: log("web") }],
      ["be opened by Session Manager", { action: "ssmmessages:OpenDataChannel", resource: "*" }],
    ],
    mayNot: [
      ["read the database secret", read(things.databaseSecret, ofCluster(things.cluster))],
      ["decrypt the database secret", { ...decrypt, context: through("secretsmanager") }],
      ["read the origin secret", read(things.originSecret)],
      ["log in to the database", login("shop_api")],
      ["use the Data API", { action: "rds-data:ExecuteStatement", resource: things.cluster }],
      ["write the api's log", { action: "logs:PutLogEvents", resource: log("api") }],
      ["read a state", { action: "s3:GetObject", resource: state("tfstate") }],
    ],
  },
  "api fleet_role": {
    may: [
      ["write its own log", { action: "logs:PutLogEvents", resource: log("api") }],
      ["find the database", { action: "rds:DescribeDBClusters", resource: things.cluster }],
      ["log in as its own user", login("shop_api")],
      ["use the Data API of its database", { action: "rds-data:ExecuteStatement", resource: things.cluster }],
      ["read the database's secret", read(things.databaseSecret, ofCluster(things.cluster))],
      ["decrypt it through Secrets Manager", { ...decrypt, context: through("secretsmanager") }],
    ],
    mayNot: [
      ["log in as the master user", login("shop_admin")],
      ["read the secret of another database", read(things.databaseSecret, ofCluster(`${things.cluster}-2`))],
      ["read the origin secret", read(things.originSecret)],
      ["decrypt by itself", { ...decrypt, context: { "kms:CallerAccount": place.account } }],
      ["decrypt through another service", { ...decrypt, context: through("s3") }],
      ["change the database", { action: "rds:ModifyDBCluster", resource: things.cluster }],
      ["write the web's log", { action: "logs:PutLogEvents", resource: log("web") }],
    ],
  },
  "network flow_log_role": {
    may: [["write flow logs", { action: "logs:PutLogEvents", resource: log("flow-logs") }]],
    mayNot: [
      ["write another log", { action: "logs:PutLogEvents", resource: log("web") }],
      ["make a log group", { action: "logs:CreateLogGroup", resource: things.logs("flow-logs") }],
      ["read what it wrote", { action: "logs:GetLogEvents", resource: log("flow-logs") }],
    ],
  },
  "database monitoring": {
    may: [
      [
        "write the database's metrics",
        {
          action: "logs:PutLogEvents",
          resource: `arn:aws:logs:${place.region}:${place.account}:log-group:RDSOSMetrics:log-stream:db-1`,
        },
      ],
    ],
    mayNot: [
      ["write another log", { action: "logs:PutLogEvents", resource: log("api") }],
      ["read the database secret", read(things.databaseSecret, ofCluster(things.cluster))],
    ],
  },
  "backup role": {
    may: [
      ["take a snapshot", { action: "rds:CreateDBClusterSnapshot", resource: things.backup }],
      ["expire its own", { action: "rds:DeleteDBClusterSnapshot", resource: things.backup }],
    ],
    mayNot: [
      ["delete the final snapshot", { action: "rds:DeleteDBClusterSnapshot", resource: things.snapshot }],
      ["delete the database", { action: "rds:DeleteDBCluster", resource: things.cluster }],
      ["read the database secret", read(things.databaseSecret, ofCluster(things.cluster))],
    ],
  },
  "logs archiver": {
    may: [["hand log events to the archive", { action: "firehose:PutRecordBatch", resource: things.delivery }]],
    mayNot: [
      ["change the delivery", { action: "firehose:UpdateDestination", resource: things.delivery }],
      ["write to the archive itself", { action: "s3:PutObject", resource: `${things.archive}/forged.gz` }],
    ],
  },
  "logs archiving": {
    may: [["write to the archive", { action: "s3:PutObject", resource: `${things.archive}/2026/log.gz` }]],
    mayNot: [
      ["read what it wrote", { action: "s3:GetObject", resource: `${things.archive}/2026/log.gz` }],
      ["delete what it wrote", { action: "s3:DeleteObject", resource: `${things.archive}/2026/log.gz` }],
      ["write to another bucket", { action: "s3:PutObject", resource: state("tfstate") }],
    ],
  },
  "events worker_role": {
    may: [
      ["take events", { action: "sqs:ReceiveMessage", resource: things.queue }],
      ["write its own log", { action: "logs:PutLogEvents", resource: log("events") }],
    ],
    mayNot: [
      ["send events", { action: "sqs:SendMessage", resource: things.queue }],
      ["read the database secret", read(things.databaseSecret, ofCluster(things.cluster))],
      ["write another log", { action: "logs:PutLogEvents", resource: log("api") }],
    ],
  },
  "events intake_role": {
    may: [["send events", { action: "sqs:SendMessage", resource: things.queue }]],
    mayNot: [
      ["take events", { action: "sqs:ReceiveMessage", resource: things.queue }],
      ["read the origin secret", read(things.originSecret)],
    ],
  },
  "account plan": {
    may: [
      ["read a state", { action: "s3:GetObject", resource: state("tfstate") }],
      ["lock a state", { action: "s3:PutObject", resource: state("tfstate.tflock") }],
      ["read the origin secret, which rules of load balancers hold", read(things.originSecret)],
      ["ask for the random text of a new one", { action: "secretsmanager:GetRandomPassword", resource: "*" }],
      [
        "open a state",
        {
          ...{ action: "kms:Decrypt", resource: things.stateKey, context: through("s3") },
          of: policy(golden("state"), "states_key"),
        },
      ],
    ],
    mayNot: [
      ["write a state", { action: "s3:PutObject", resource: state("tfstate") }],
      ["read the database secret", read(things.databaseSecret, ofCluster(things.cluster))],
      ["decrypt the database secret", { ...decrypt, context: through("secretsmanager") }],
      ["make a role", createRole("shop-boundary")],
    ],
  },
  "account apply": {
    may: [
      ["make a role within the boundary", createRole("shop-boundary")],
      ...change("prod-eu-west-1-web", "shop-boundary"),
      ["hand its role to an instance", hand("prod-eu-west-1-web", "ec2")],
      ["hand AWS Config its own role, as every baseline does", hand(configRole, "config")],
      ["make a network", { action: "ec2:CreateVpc", resource: `arn:aws:ec2:${place.region}:${place.account}:vpc/*` }],
    ],
    mayNot: [
      ["hand a role to a service that the platform has no role for", hand("prod-eu-west-1-web", "sagemaker")],
      ["make a role without the boundary", createRole("AdministratorAccess")],
      [
        "take a boundary off",
        { action: "iam:DeleteRolePermissionsBoundary", resource: iam("role/prod-eu-west-1-web") },
      ],
      ["change the boundary", { action: "iam:CreatePolicyVersion", resource: iam("policy/shop-boundary") }],
      ...change("shop-apply"),
      ...change("break-glass"),
      ...change("deploy"),
      ...change("admin", "AdministratorAccess"),
      ["make a user", { action: "iam:CreateUser", resource: iam("user/somebody") }],
      ["decrypt the database secret", { ...decrypt, context: through("secretsmanager") }],
    ],
  },
};
