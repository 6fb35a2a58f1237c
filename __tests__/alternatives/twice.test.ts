import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateAliasCommand, CreateKeyCommand } from "@aws-sdk/client-kms";
import {
  DescribeDBClusterSnapshotsCommand,
  DescribeDBSnapshotsCommand,
  ModifyDBClusterCommand,
  ModifyDBInstanceCommand,
} from "@aws-sdk/client-rds";
import { ListSecretsCommand } from "@aws-sdk/client-secrets-manager";
import { CreateTopicCommand } from "@aws-sdk/client-sns";
import { App } from "cdktf";
import { type Aws, connect } from "../../dr/aws";
import type { Contract, Placed, Tier } from "../../modules/core/contract";
import { TierModule } from "../../modules/core/module";
import { databaseIdentifier } from "../../modules/database/contract";
import { DatabaseTier } from "../../modules/database/tier";
import { DnsTier } from "../../modules/dns/tier";
import { globalRegion } from "../../regions/schema/aws-regions";
import { tierSchema } from "../../regions/schema/tier-schema";
import { childEnvironment } from "../../terraform/process/environments";
import { projectRoot } from "../../terraform/project-root";
import { TerraformRoot } from "../../terraform/root";
import { toolchain } from "../../terraform/toolchain";
import { makeNetwork } from "../dr/support/healthy-network";
import { exampleGoldens } from "../support/example";
import { emptyLocalAws } from "../support/local-aws";

/** Set by `./shop test --twice`: it takes some minutes. */
const isAsked = process.env.TWICE !== undefined;

const region = "eu-west-1";
const prefixes = { aurora: "twice-eu-west-1", rds: "again-eu-west-1" };
const alias = "alias/twice";

it("is of every tier that leaves a name taken when it is destroyed, but for secrets that people name", () => {
  const leaving = [...exampleGoldens()].filter(([, text]) =>
    /"(final_snapshot_identifier|recovery_window_in_days)"/.test(text),
  );
  const tiers = leaving.map(([path]) => /(\w+)\.tf\.json$/.exec(path)?.[1] ?? path);
  expect([...new Set(tiers)].sort()).toEqual(["database", "dns", "secrets"]);
});

/** Writes a tier as the modules of a region's root are written. */
function write<C extends Contract>(folder: string, name: string, tier: Tier<C>, config: object): void {
  const outdir = join(folder, "synthesized", name);
  mkdirSync(outdir, { recursive: true });
  const app = new App({ outdir });
  const { replicaRegions, ...said } = config as { readonly replicaRegions?: readonly string[] };
  const placed = { ...tierSchema(tier.contract).parse(said), replicaRegions };
  new TierModule(app, name, { tier, placed: placed as unknown as Placed<C> });
  app.synth();
  cpSync(join(outdir, "modules"), join(folder, "modules"), { recursive: true });
}

/** A key that admits everybody of the account, under an alias. */
async function makeKey({ kms }: Aws, name: string): Promise<string> {
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  await kms.send(new CreateAliasCommand({ AliasName: name, TargetKeyId: KeyMetadata?.KeyId }));
  return KeyMetadata?.Arn ?? "";
}

/** A root with both tiers, and what they read of others as small as it may be. */
async function writeRoot(folder: string, aws: Aws, everywhere: Aws): Promise<string> {
  write(folder, "aurora", DatabaseTier, {});
  write(folder, "rds", DatabaseTier, { engine: "rds" });
  write(folder, "dns", DnsTier, { replicaRegions: [region] });
  const zones = [`${region}a`, `${region}b`, `${region}c`];
  const network = await makeNetwork(aws, zones);
  const key = await makeKey(aws, alias);
  await makeKey(everywhere, alias);
  const topicIn = async ({ sns }: Aws) => (await sns.send(new CreateTopicCommand({ Name: "alerts" }))).TopicArn;
  const keys = ["database", "secrets", "logs", "volumes"].map((one) => [`${one}_key_arn`, key]);
  const root = join(folder, "root");
  mkdirSync(root, { recursive: true });
  cpSync(join(projectRoot, ".terraform.lock.hcl"), join(root, ".terraform.lock.hcl"));
  const database = {
    ...{ app_subnet_ids: network.appSubnets, data_subnet_ids: network.dataSubnets, zone_names: zones },
    ...{ database_group_id: network.databaseGroup, preparation_group_id: network.preparationGroup },
    ...{ alert_topic_arn: await topicIn(aws), ...Object.fromEntries(keys) },
  };
  const written = {
    terraform: { required_providers: { aws: { source: "hashicorp/aws", version: "5.100.0" } } },
    provider: { aws: [{ region }, { region: globalRegion, alias: "global" }] },
    module: {
      aurora: { source: "../modules/aurora", name_prefix: prefixes.aurora, ...database },
      rds: { source: "../modules/rds", name_prefix: prefixes.rds, ...database },
      dns: {
        ...{
          source: "../modules/dns",
          name_prefix: "twice-global",
          domain: "shop.twice.net",
          providers: { aws: "aws.global" },
        },
        origin_key_aliases: { [region]: alias, [globalRegion]: alias },
        findings_topic_arn: await topicIn(everywhere),
      },
    },
  };
  writeFileSync(join(root, "cdk.tf.json"), JSON.stringify(written));
  return root;
}

/** Whoever destroys a region on purpose lifts the protection of its databases by hand. */
async function liftProtection({ rds }: Aws): Promise<void> {
  const DeletionProtection = false;
  await rds.send(
    new ModifyDBClusterCommand({ DBClusterIdentifier: databaseIdentifier(prefixes.aurora), DeletionProtection }),
  );
  await rds.send(
    new ModifyDBInstanceCommand({ DBInstanceIdentifier: databaseIdentifier(prefixes.rds), DeletionProtection }),
  );
}

if (isAsked)
  it("makes databases and the secrets of origins again under their names, and destroys them again", async () => {
    const folder = mkdtempSync(join(tmpdir(), "twice-"));
    const { signal } = new AbortController();
    const local = await emptyLocalAws();
    try {
      const [aws, everywhere] = [connect(local.environment, region), connect(local.environment, globalRegion)];
      const root = new TerraformRoot(await writeRoot(folder, aws, everywhere), {
        terraform: toolchain().terraform,
        environment: childEnvironment(local.environment),
      });
      await root.init(signal);
      for (const _ of ["once", "twice"]) {
        await root.applyAtOnce(signal, {}, []);
        await liftProtection(aws);
        await root.destroy(signal);
      }
      const manual = { SnapshotType: "manual" };
      const { DBClusterSnapshots } = await aws.rds.send(new DescribeDBClusterSnapshotsCommand(manual));
      const { DBSnapshots } = await aws.rds.send(new DescribeDBSnapshotsCommand(manual));
      expect([DBClusterSnapshots?.length, DBSnapshots?.length]).toEqual([2, 2]);
      const deleted = await everywhere.secrets.send(new ListSecretsCommand({ IncludePlannedDeletion: true }));
      expect(deleted.SecretList?.filter(({ DeletedDate }) => DeletedDate !== undefined)).toHaveLength(4);
    } finally {
      await local.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }, 1_500_000);
