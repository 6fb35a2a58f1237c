import { boundaryName } from "../../modules/core/names";
import { stateKeyAlias } from "../../modules/state/contract";
import { place, policy } from "../support/policy";
import { golden } from "./policies";
import {
  type Case,
  type Cases,
  createRole,
  decrypt,
  makeSecret,
  object,
  ofCluster,
  read,
  secretsKey,
  state,
  through,
} from "./requests";
import { things } from "./roles";

const aliases = (...names: string[]) => ({ "kms:ResourceAliases": names });
const open = (service: string, alias: string, document: [tier: string, key: string, values?: object]): Case => {
  const [tier, key, values = {}] = document;
  return [
    `open what ${alias} encrypts, by way of ${service}`,
    {
      action: "kms:Decrypt",
      resource: things.stateKey,
      context: { ...through(service), ...aliases(alias) },
      of: policy(golden(tier), key, { "var.autoscaling_service_role_arn": "arn:aws:iam::1:role/x", ...values }),
    },
  ];
};
const volumes: [string, string] = ["security", "volumes_key"];

/** What somebody's pull request can read, and what it cannot. */
export const planCases: Cases = {
  may: [
    ["read a state", { action: "s3:GetObject", resource: state("tfstate") }],
    ["read its digest", { action: "dynamodb:GetItem", resource: things.locks }],
    open("s3", stateKeyAlias(place, "eu-north-1"), ["state", "states_key"]),
    open("lambda", `alias/${place.prefix}-volumes`, volumes),
    ["read the origin secret, which rules of load balancers hold", read(things.originSecret)],
    ["ask for the random text of a new one", { action: "secretsmanager:GetRandomPassword", resource: "*" }],
    ["ask whether a policy allows more", { action: "access-analyzer:CheckNoNewAccess", resource: "*" }],
    ["see how the database is set up", { action: "rds:DescribeDBClusters", resource: things.cluster }],
    ["see how a bucket is set up", { action: "s3:GetBucketPolicy", resource: things.archive }],
    ["see how a function is set up", { action: "lambda:GetFunction", resource: things.function("events") }],
    ["see how a user pool is set up", { action: "cognito-idp:DescribeUserPool", resource: things.userPool }],
  ],
  mayNot: [
    ["write a state", { action: "s3:PutObject", resource: state("tfstate") }],
    ["lock a state", { action: "s3:PutObject", resource: state("tfstate.tflock") }],
    ["lock a state by the table", { action: "dynamodb:PutItem", resource: things.locks }],
    ["take a lock away", { action: "dynamodb:DeleteItem", resource: things.locks }],
    ["read an earlier version of a state", { action: "s3:GetObjectVersion", resource: state("tfstate") }],
    [
      "read the state of another environment",
      { action: "s3:GetObject", resource: state("tfstate").replace("/prod/", "/dev/") },
    ],
    ["read archived logs", object(things.archive)],
    ["read the trail", object(things.audit)],
    ["look events up", { action: "cloudtrail:LookupEvents", resource: "*" }],
    ["read log events", { action: "logs:GetLogEvents", resource: `${things.logs("api")}:log-stream:i-1` }],
    ["search log events", { action: "logs:FilterLogEvents", resource: things.logs("api") }],
    ["query logs", { action: "logs:StartQuery", resource: things.logs("api") }],
    ["list customers", { action: "cognito-idp:ListUsers", resource: things.userPool }],
    ["read a customer", { action: "cognito-idp:AdminGetUser", resource: things.userPool }],
    ["take events", { action: "sqs:ReceiveMessage", resource: things.queue }],
    ["see what customers ask for", { action: "wafv2:GetSampledRequests", resource: "*" }],
    ["pull an image", { action: "ecr:BatchGetImage", resource: things.image("api") }],
    ["call a function", { action: "lambda:InvokeFunction", resource: things.function("events") }],
    [
      "read a parameter of others",
      { action: "ssm:GetParameter", resource: `arn:aws:ssm:${place.region}:${place.account}:parameter/theirs` },
    ],
    ["read the database secret", read(things.databaseSecret, ofCluster(things.cluster))],
    ["decrypt the database secret", { ...decrypt, context: through("secretsmanager") }],
    open("lambda", "alias/somebody-elses", volumes),
    [
      "decrypt by itself",
      { action: "kms:Decrypt", resource: things.stateKey, context: aliases(stateKeyAlias(place, "eu-north-1")) },
    ],
    ...makeSecret(secretsKey),
    ["make a role", createRole(boundaryName)],
    ["take on a role", { action: "sts:AssumeRole", resource: things.role("api") }],
  ],
};
