import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CreateKeyCommand } from "@aws-sdk/client-kms";
import { CreateBucketCommand, PutBucketPolicyCommand } from "@aws-sdk/client-s3";
import { CreateTopicCommand } from "@aws-sdk/client-sns";
import { App } from "cdktf";
import type { Aws } from "../../dr/aws";
import { ApiTier } from "../../modules/api/tier";
import type { Contract, Placed, Tier } from "../../modules/core/contract";
import { TierModule } from "../../modules/core/module";
import { WebTier } from "../../modules/web/tier";
import { tierSchema } from "../../regions/schema/tier-schema";
import { projectRoot } from "../../terraform/project-root";
import { makeZone, originSecret, requestCertificate, validate } from "../dr/support/healthy-front";
import { makeNetwork } from "../dr/support/healthy-network";

export const computes = ["ec2", "ecs", "lambda"] as const;
export type Compute = (typeof computes)[number];

/** What web and API run on, and whether the load balancer of the API is protected. */
export interface Runs {
  readonly web: Compute;
  readonly api: Compute;
  readonly isProtected?: boolean;
}

/** Writes both tiers as modules that run on each. */
export function writeModules(folder: string): void {
  for (const compute of computes) {
    module(folder, WebTier, compute);
    module(folder, ApiTier, compute);
  }
}

function module<C extends Contract>(folder: string, tier: Tier<C>, compute: Compute): void {
  const outdir = join(folder, "synthesized", tier.contract.name, compute);
  mkdirSync(outdir, { recursive: true });
  const app = new App({ outdir });
  const config = compute === "ec2" ? {} : { compute, containerImage: "shop/it:1.4.2" };
  const placed = { ...tierSchema(tier.contract).parse(config), internalAuthority: "off", endpointTiers: [] };
  new TierModule(app, `${tier.contract.name}-${compute}`, { tier, placed: placed as unknown as Placed<C> });
  app.synth();
  cpSync(join(outdir, "modules"), join(folder, "modules"), { recursive: true });
}

/** Makes a root that calls both as they are to run now. */
export function writeRoot(
  folder: string,
  known: Readonly<Record<string, unknown>>,
  { web, api, isProtected = true }: Runs,
): void {
  const call = (source: string) => {
    const { variable } = JSON.parse(readFileSync(join(folder, "modules", source, "variables.tf.json"), "utf8"));
    const given = Object.entries(known).filter(([name]) => name in variable);
    return { source: `../modules/${source}`, ...Object.fromEntries(given) };
  };
  const root = join(folder, "root");
  mkdirSync(root, { recursive: true });
  cpSync(join(projectRoot, ".terraform.lock.hcl"), join(root, ".terraform.lock.hcl"));
  const written = {
    terraform: { required_providers: { aws: { source: "hashicorp/aws", version: "5.100.0" } } },
    provider: { aws: [{ region: known.region }] },
    module: { web: call(`web-${web}`), api: { ...call(`api-${api}`), deletion_protection: isProtected } },
  };
  writeFileSync(join(root, "cdk.tf.json"), JSON.stringify(written));
}

const policy = (allowed: object): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, ...allowed }] });

/** Makes what the tiers read of others, as small as it may be; their inputs by name. */
export async function makeSurroundings(aws: Aws & { readonly region: "eu-west-1" }, domain: string) {
  const { region } = aws;
  const network = await makeNetwork(aws, [`${region}a`, `${region}b`]);
  const zone = await makeZone(aws, domain);
  const privateZone = await makeZone(aws, `internal.${domain}`, { VPCRegion: region, VPCId: network.vpcId });
  for (const name of [domain, `api.internal.${domain}`]) await validate(aws, zone, await requestCertificate(aws, name));
  const Policy = policy({ Action: "kms:*", Resource: "*" });
  const key = async () => (await aws.kms.send(new CreateKeyCommand({ Policy }))).KeyMetadata?.Arn;
  const Bucket = "access-log-of-swaps";
  await aws.s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: region } }));
  const Resource = [`arn:aws:s3:::${Bucket}`, `arn:aws:s3:::${Bucket}/*`];
  const admitting = policy({ Action: ["s3:PutObject", "s3:GetBucketAcl"], Resource });
  await aws.s3.send(new PutBucketPolicyCommand({ Bucket, Policy: admitting }));
  for (const slot of ["blue", "green"]) await originSecret(aws, `origin-${slot}`);
  return {
    region,
    name_prefix: "swap",
    domain,
    app_subnet_ids: network.appSubnets,
    public_subnet_ids: network.publicSubnets,
    vpc_id: network.vpcId,
    zone_id: zone.replace("/hostedzone/", ""),
    private_zone_id: privateZone.replace("/hostedzone/", ""),
    private_zone_name: `internal.${domain}`,
    origin_secret_names: ["origin-blue", "origin-green"],
    entrance_group_ids: network.entranceGroups,
    web_group_id: network.webGroup,
    api_group_id: network.apiGroup,
    api_entrance_group_id: network.apiEntranceGroup,
    volumes_key_arn: await key(),
    logs_key_arn: await key(),
    alert_topic_arn: (await aws.sns.send(new CreateTopicCommand({ Name: "alerts" }))).TopicArn,
    access_log_bucket_name: Bucket,
    container_image: "shop/it:1.4.2",
  };
}
