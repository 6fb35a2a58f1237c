import { stateBucketName } from "../../modules/state/contract";
import { place, policy } from "../support/policy";
import type { Request } from "./decide";
import { given } from "./policies";
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
export const ofCluster = (arn: string) => ({ "aws:ResourceTag/aws:rds:primaryDBClusterArn": arn });
export const iam = (name: string) => `arn:aws:iam::${place.account}:${name}`;
/** The key of the database secret, as a root that makes it says whom it admits. */
export const secretsKeyOf = (root: string) => ({
  resource: things.secretsKey,
  of: policy(given("security", root), "secrets_key"),
});
export const secretsKey = secretsKeyOf("prod-eu-west-1-security");
/** Decrypts the database secret. */
export const decrypt = { action: "kms:Decrypt", ...secretsKey };
export const read = (resource: string, context = {}): Request => ({
  action: "secretsmanager:GetSecretValue",
  resource,
  context,
});
/** Logs in to the database as one of its users. */
export const login = (user: string): Request => ({
  action: "rds-db:connect",
  resource: `arn:aws:rds-db:${place.region}:${place.account}:dbuser:cluster-ABC/${user}`,
});
/** What somebody keeps in a bucket. */
export const object = (bucket: string, action = "s3:GetObject"): Request => ({
  action,
  resource: `${bucket}/2026/a.gz`,
});
export const state = (name: string) => `arn:aws:s3:::${stateBucketName(place, "eu-north-1")}/prod/global/dns.${name}`;

/** Makes a role of the platform with this policy as its boundary. */
export const createRole = (boundary: string): Request => ({
  action: "iam:CreateRole",
  resource: things.role("new"),
  context: { "iam:PermissionsBoundary": iam(`policy/${boundary}`) },
});
/** What RDS does with a key for who makes a database. */
export const makeSecret = (key: typeof secretsKey): Case[] =>
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
