import { ApiTier } from "../../modules/api/tier";
import { auditBucketNames, trailName } from "../../modules/audit/contract";
import { platform, rolesPath } from "../../modules/core/names";
import { databaseIdentifier } from "../../modules/database/contract";
import { originSecretPrefix } from "../../modules/dns/contract";
import { lockTableName, stateBucketName } from "../../modules/state/contract";
import { WebTier } from "../../modules/web/tier";
import { type Block, type Written, written } from "../support/module";
import { type Policy, place, policy } from "../support/policy";
import type { Asker } from "./decide";
import { managed } from "./managed";
import { golden, goldenTiers } from "./policies";

/** Things that requests are about, in the region that simulations take place in. */
export const things = {
  secretsKey: arn("kms", "key/11111111-1111-1111-1111-111111111111"),
  stateKey: arn("kms", "key/22222222-2222-2222-2222-222222222222"),
  logs: (name: string) => arn("logs", `log-group:/${place.prefix}/${name}`),
  databaseSecret: arn("secretsmanager", "secret:rds!cluster-0a1b2c3d-AbCdEf"),
  originSecret: arn("secretsmanager", `secret:${originSecretPrefix("prod-global")}blue-1-AbCdEf`),
  backup: arn("rds", "cluster-snapshot:awsbackup:job-1"),
  snapshot: arn("rds", `cluster-snapshot:${databaseIdentifier(place.prefix)}-final`),
  archive: `arn:aws:s3:::${place.prefix}-archive`,
  delivery: arn("firehose", `deliverystream/${place.prefix}-archive`),
  queue: arn("sqs", `${place.prefix}-events`),
  role: (name: string) => `arn:aws:iam::${place.account}:role${rolesPath}${place.prefix}-${name}`,
  audit: `arn:aws:s3:::${auditBucketNames({ account: place.account, stateRegion: "eu-north-1" }).auditBucketName}`,
  locks: arn("dynamodb", `table/${lockTableName}`),
  record: `arn:aws:s3:::${stateBucketName(place, "eu-north-1")}/dev/drills/dr-261123030000-k7qd.json`,
  parameter: arn("ssm", `parameter/${platform}/web/image`),
  vault: arn("backup", `backup-vault:${place.prefix}-backups`),
  recoveryPoint: arn("rds", "cluster-snapshot:awsbackup:copyjob-1"),
  userPool: arn("cognito-idp", "userpool/eu-west-1_AbCdEf"),
  trail: arn("cloudtrail", `trail/${trailName}`),
  image: (name: string) => arn("ecr", `repository/${platform}/${name}`),
  function: (name: string) => arn("lambda", `function:${place.prefix}-${name}`),
  cluster: arn("rds", `cluster:${databaseIdentifier(place.prefix)}`),
};

function arn(service: string, resource: string): string {
  return `arn:aws:${service}:${place.region}:${place.account}:${resource}`;
}

const image = (name: string) => `${platform}/${name}:1.4.2`;

/** Tiers that run on something else than they do in prod, by the name that they have here. */
const alternatives: Readonly<Record<string, Written>> = {
  "api-on-ecs": written(ApiTier, { compute: "ecs", containerImage: image("api") }),
  "api-on-lambda": written(ApiTier, { compute: "lambda", containerImage: image("api") }),
  "web-on-ecs": written(WebTier, { compute: "ecs", containerImage: image("web") }, { internalAuthority: "off" }),
  "web-on-lambda": written(WebTier, { compute: "lambda", containerImage: image("web") }, { internalAuthority: "off" }),
};
/** The names of the tiers of prod, and of the alternatives. */
export const everyModule = [...goldenTiers, ...Object.keys(alternatives)];
const moduleOf = (tier: string): Written => alternatives[tier] ?? golden(tier);

/** What a module's references to things stand for. */
const values = (tier: string) => {
  const [name = ""] = tier.split("-on-");
  return {
    "var.environment": tier.startsWith("dev/") ? "dev" : "prod",
    "var.secrets_key_arn": things.secretsKey,
    "aws_cloudwatch_log_group.log.arn": things.logs(name),
    'replace(var.container_image, "/[:@].*$/", "")': `${platform}/${name}`,
    "aws_cloudwatch_log_group.flow_log_group.arn": things.logs("flow-logs"),
    "aws_cloudwatch_log_group.worker_log.arn": things.logs("events"),
    "aws_cloudwatch_log_group.preparation_log.arn": things.logs("database-preparation"),
    "aws_rds_cluster.orders.master_user_secret[0].secret_arn": things.databaseSecret,
    "var.database_arn": things.cluster,
    "aws_backup_vault.backups_vault.arn": arn("backup", `backup-vault:${place.prefix}-backups`),
    "aws_s3_bucket.archive_bucket.arn": things.archive,
    "aws_kinesis_firehose_delivery_stream.archive.arn": things.delivery,
    "var.archive_key_arn": arn("kms", "key/44444444-4444-4444-4444-444444444444"),
    "aws_sqs_queue.queue.arn": things.queue,
    "aws_kms_key.events.arn": arn("kms", "key/33333333-3333-3333-3333-333333333333"),
  };
};

/** A role of a tier in prod, with all that is attached to it. */
export function role(tier: string, id: string): Asker {
  const module = moduleOf(tier);
  const found = module.resource.aws_iam_role?.[id];
  if (!found) throw new Error(`${tier} has no role ${id}.`);
  const name = found.name.replace(`\${var.name_prefix}`, place.prefix);
  const own = attached(module, "aws_iam_role_policy", id).map(({ policy: document }) =>
    policy(module, document.replace(/^.*document\.(\w+)\.json\}$/, "$1"), values(tier)),
  );
  const others = attached(module, "aws_iam_role_policy_attachment", id).map(({ policy_arn: from }): Policy => {
    const [, ofTheTier] = /^\$\{aws_iam_policy\.(\w+)\.arn\}$/.exec(from) ?? [];
    if (ofTheTier !== undefined) return policy(module, `${ofTheTier}_permissions`, values(tier));
    const known = managed[from.split("/").at(-1)];
    if (!known) throw new Error(`Say in managed.ts what ${from} allows.`);
    return known;
  });
  return {
    role: `${found.path ?? "/"}${name}`.slice(1),
    policies: [...own, ...others],
    bounded: found.permissions_boundary !== undefined,
  };
}

const attached = ({ resource }: Written, type: string, id: string): Block[] =>
  Object.values(resource[type] ?? {}).filter((one) => one.role.startsWith(`\${aws_iam_role.${id}.`));

/** Every role that tiers make. */
export const rolesOf = (tiers: readonly string[]): [tier: string, id: string][] =>
  tiers.flatMap((tier) =>
    Object.keys(moduleOf(tier).resource.aws_iam_role ?? {}).map((id): [string, string] => [tier, id]),
  );
