import { workflowRoleName } from "../../modules/account/workflows/contract";
import { boundaryName } from "../../modules/core/names";
import type { Request } from "./decide";
import { golden, place, policy } from "./policies";
import {
  type Case,
  type Cases,
  decrypt,
  iam,
  ofCluster,
  read,
  secretsKey,
  secretsKeyOf,
  state,
  through,
} from "./requests";
import { things } from "./roles";

const devSecretsKey = secretsKeyOf("dev-eu-central-1-recovery-of-eu-west-1");
const createRole = (boundary: string): Request => ({
  action: "iam:CreateRole",
  resource: iam("role/prod-eu-west-1-new"),
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
/** What RDS does with a key for who makes a database. */
const makeSecret = (key: typeof secretsKey): Case[] =>
  ["rds", "secretsmanager"].flatMap((service): Case[] => [
    [
      `encrypt the database's secret through ${service}`,
      { action: "kms:GenerateDataKey", ...key, context: through(service) },
    ],
    [
      `hand its key on to the rotation by ${service}`,
      { action: "kms:CreateGrant", ...key, context: { ...through(service), "kms:GrantIsForAWSResource": "true" } },
    ],
  ]);
const openSecret = (key: typeof secretsKey): Case[] => [
  ["read the database secret", read(things.databaseSecret)],
  ["decrypt by itself", { action: "kms:Decrypt", ...key, context: { "kms:CallerAccount": place.account } }],
  ["decrypt through another service", { action: "kms:Decrypt", ...key, context: through("s3") }],
];

/** The same of the roles of workflows. */
export const workflowCases: Readonly<Record<string, Cases>> = {
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
      ...makeSecret(secretsKey),
      ["make a role", createRole(boundaryName)],
    ],
  },
  "account apply": {
    may: [
      ["make a role within the boundary", createRole(boundaryName)],
      ...change("prod-eu-west-1-web", boundaryName),
      ...makeSecret(secretsKey),
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
      ["change the boundary", { action: "iam:CreatePolicyVersion", resource: iam(`policy/${boundaryName}`) }],
      ...change(workflowRoleName("apply"), boundaryName),
      ...change("break-glass"),
      ...change("deploy"),
      ...change("admin", "AdministratorAccess"),
      ["make a user", { action: "iam:CreateUser", resource: iam("user/somebody") }],
      ...openSecret(secretsKey),
    ],
  },
  "dev/global/account drill": {
    may: [["make a role within the boundary", createRole(boundaryName)], ...makeSecret(devSecretsKey)],
    mayNot: [
      ["make a role without the boundary", createRole("AdministratorAccess")],
      ...change("break-glass"),
      ...openSecret(devSecretsKey),
      ["encrypt in prod", { action: "kms:GenerateDataKey", ...secretsKey, context: through("rds") }],
    ],
  },
};
