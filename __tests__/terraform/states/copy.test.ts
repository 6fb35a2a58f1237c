import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateTableCommand, DeleteItemCommand } from "@aws-sdk/client-dynamodb";
import { CreateRoleCommand } from "@aws-sdk/client-iam";
import { CreateBucketCommand, PutBucketReplicationCommand, PutBucketVersioningCommand } from "@aws-sdk/client-s3";
import { execa } from "execa";
import { connect } from "../../../dr/aws";
import type { Environment } from "../../../regions/schema/environment";
import { defineRegion } from "../../../regions/schema/region-schema";
import { everywhere, stateLocation, statePrefix } from "../../../regions/wiring/location";
import { childEnvironment } from "../../../terraform/process/environments";
import { toolchain } from "../../../terraform/toolchain";
import type { GatedAws } from "../../../tools/gate/gated-aws";
import { emptyLocalAws } from "../../support/local-aws";
import { frankfurt, ireland, prod as plain, virginia } from "../../support/own-regions";

const stockholm = defineRegion({ name: "eu-north-1", role: "state", failover: { copiesStatesTo: "eu-central-1" } });
const prod: Environment = { ...plain, regions: [ireland, frankfurt, stockholm, virginia] };
const out: Environment = { ...prod, stateRegionOut: true };
const at = (environment: Environment) => stateLocation(environment, everywhere, "dns");

const folder = mkdtempSync(join(tmpdir(), "state-copy-"));
let local: GatedAws;
beforeAll(async () => {
  local = await emptyLocalAws();
  for (const { bucket, region, lockTable } of [at(prod), at(out)]) {
    const { s3, dynamodb } = connect(local.environment, region);
    const where = { LocationConstraint: region as "eu-north-1" };
    await s3.send(new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration: where }));
    const versioned = { Status: "Enabled" as const };
    await s3.send(new PutBucketVersioningCommand({ Bucket: bucket, VersioningConfiguration: versioned }));
    await dynamodb.send(
      new CreateTableCommand({
        TableName: lockTable,
        BillingMode: "PAY_PER_REQUEST",
        AttributeDefinitions: [{ AttributeName: "LockID", AttributeType: "S" }],
        KeySchema: [{ AttributeName: "LockID", KeyType: "HASH" }],
      }),
    );
  }
  const { s3, iam } = connect(local.environment, at(prod).region);
  const trust = JSON.stringify({ Version: "2012-10-17", Statement: [] });
  const { Role } = await iam.send(new CreateRoleCommand({ RoleName: "copier", AssumeRolePolicyDocument: trust }));
  const rule = {
    Priority: 1,
    Status: "Enabled" as const,
    Filter: { Prefix: statePrefix("prod", everywhere) },
    DeleteMarkerReplication: { Status: "Disabled" as const },
    Destination: { Bucket: `arn:aws:s3:::${at(out).bucket}` },
  };
  await s3.send(
    new PutBucketReplicationCommand({
      Bucket: at(prod).bucket,
      ReplicationConfiguration: { Role: Role?.Arn, Rules: [rule] },
    }),
  );
});
afterAll(async () => {
  await local?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Terraform on a root without a provider, whose state is where that of the dns tier is. */
function root(environment: Environment, change: object = {}) {
  const { bucket, key, region, lockTable, lockFile } = at(environment);
  const backend = { bucket, key, region, dynamodb_table: lockTable, use_lockfile: lockFile, ...change };
  const here = mkdtempSync(join(folder, "root-"));
  const content = {
    terraform: { backend: { s3: backend } },
    variable: { zone: { default: "Z1" } },
    resource: { terraform_data: { zone: { input: "${var.zone}" } } },
    output: { zone: { value: "${terraform_data.zone.output}" } },
  };
  writeFileSync(join(here, "cdk.tf.json"), JSON.stringify(content));
  const env = childEnvironment(local.environment);
  return async (...args: string[]) => {
    const { stdout } = await execa(toolchain().terraform, args, { cwd: here, env, extendEnv: false });
    return stdout;
  };
}

const zone = async (terraform: (...args: string[]) => Promise<string>) => {
  await terraform("init", "-input=false");
  return terraform("output", "-raw", "zone");
};

it("finds a state in its copy, under a lock there, while the state region is out, and brings back what was changed", async () => {
  const first = root(prod);
  await first("init", "-input=false");
  await first("apply", "-auto-approve", "-input=false");

  // The lock was copied, its removal was not; whoever locks by the table alone is not stopped by it.
  const stopped = root(out, { use_lockfile: true });
  expect(await zone(stopped)).toBe("Z1");
  await expect(stopped("plan", "-input=false")).rejects.toThrow("Error acquiring the state lock");

  const copy = root(out);
  expect(await zone(copy)).toBe("Z1");
  expect(await copy("plan", "-input=false")).toContain("No changes.");
  await copy("apply", "-auto-approve", "-input=false", "-var=zone=Z2");
  expect(await copy("output", "-raw", "zone")).toBe("Z2");
  expect(await first("output", "-raw", "zone")).toBe("Z1");

  const newer = join(folder, "dns.tfstate");
  writeFileSync(newer, await copy("state", "pull"));
  await first("state", "push", newer);
  expect(await first("output", "-raw", "zone")).toBe("Z2");

  // The table remembers what was written there, and would refuse what is copied from now on.
  const { dynamodb } = connect(local.environment, at(out).region);
  const LockID = { S: `${at(out).bucket}/${at(out).key}-md5` };
  await dynamodb.send(new DeleteItemCommand({ TableName: at(out).lockTable, Key: { LockID } }));
  await first("apply", "-auto-approve", "-input=false", "-var=zone=Z3");
  expect(await copy("output", "-raw", "zone")).toBe("Z3");
});
