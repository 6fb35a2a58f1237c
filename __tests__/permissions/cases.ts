import { databaseUser } from "../../modules/api/contract";
import { fixed } from "../../modules/database/fixed";
import { place } from "../support/policy";
import { computeCases } from "./compute-cases";
import { type Cases, decrypt, login, ofCluster, read, state, through } from "./requests";
import { things } from "./roles";
import { workflowCases } from "./workflow-cases";

const log = (name: string) => `${things.logs(name)}:log-stream:i-0123456789`;

const invoke = (name: string) => ({ action: "lambda:InvokeFunction", resource: things.function(name) });
const join = { action: "ec2:CreateNetworkInterface", resource: "*" };
const byCode = { "lambda:SourceFunctionArn": things.function("database-preparation") };

/** What each role must be able to do, and what somebody would like to do who has taken it over. */
export const cases: Readonly<Record<string, Cases>> = {
  "web role": {
    may: [
      ["write its own log", { action: "logs:PutLogEvents", resource: log("web") }],
      ["be opened by Session Manager", { action: "ssmmessages:OpenDataChannel", resource: "*" }],
    ],
    mayNot: [
      ["read the database secret", read(things.databaseSecret, ofCluster(things.cluster))],
      ["decrypt the database secret", { ...decrypt, context: through("secretsmanager") }],
      ["read the origin secret", read(things.originSecret)],
      ["log in to the database", login(databaseUser)],
      ["use the Data API", { action: "rds-data:ExecuteStatement", resource: things.cluster }],
      ["write the api's log", { action: "logs:PutLogEvents", resource: log("api") }],
      ["read a state", { action: "s3:GetObject", resource: state("tfstate") }],
    ],
  },
  "api role": {
    may: [
      ["write its own log", { action: "logs:PutLogEvents", resource: log("api") }],
      ["find the database", { action: "rds:DescribeDBClusters", resource: things.cluster }],
      ["log in as its own user", login(databaseUser)],
    ],
    mayNot: [
      ["log in as the master user", login(fixed.masterUsername)],
      ["read the database secret", read(things.databaseSecret, ofCluster(things.cluster))],
      ["decrypt the database secret", { ...decrypt, context: through("secretsmanager") }],
      ["use the Data API", { action: "rds-data:ExecuteStatement", resource: things.cluster }],
      ["call what prepares the database", invoke("database-preparation")],
      ["read the origin secret", read(things.originSecret)],
      ["decrypt by itself", { ...decrypt, context: { "kms:CallerAccount": place.account } }],
      ["decrypt through another service", { ...decrypt, context: through("s3") }],
      ["change the database", { action: "rds:ModifyDBCluster", resource: things.cluster }],
      ["write the web's log", { action: "logs:PutLogEvents", resource: log("web") }],
    ],
  },
  "database preparation_role": {
    may: [
      ["read the master user's secret", read(things.databaseSecret, ofCluster(things.cluster))],
      ["decrypt it through Secrets Manager", { ...decrypt, context: through("secretsmanager") }],
      ["write its own log", { action: "logs:PutLogEvents", resource: log("database-preparation") }],
      ["be put into the VPC", join],
    ],
    mayNot: [
      ["read another secret of RDS", read(`${things.databaseSecret}2`)],
      ["read the origin secret", read(things.originSecret)],
      ["decrypt by itself", { ...decrypt, context: { "kms:CallerAccount": place.account } }],
      ["use the Data API", { action: "rds-data:ExecuteStatement", resource: things.cluster }],
      ["change the database", { action: "rds:ModifyDBCluster", resource: things.cluster }],
      ["call itself", invoke("database-preparation")],
      ["make network interfaces in its code", { ...join, context: byCode }],
      ["write another log", { action: "logs:PutLogEvents", resource: log("api") }],
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
  ...workflowCases,
  ...computeCases,
};
