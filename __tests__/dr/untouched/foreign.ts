import { CreateBackupVaultCommand } from "@aws-sdk/client-backup";
import { PutMetricAlarmCommand } from "@aws-sdk/client-cloudwatch";
import { CreateLogGroupCommand } from "@aws-sdk/client-cloudwatch-logs";
import { CreateTableCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { CreateSecurityGroupCommand, CreateSubnetCommand, CreateVpcCommand } from "@aws-sdk/client-ec2";
import { CreateRoleCommand } from "@aws-sdk/client-iam";
import { CreateAliasCommand, CreateKeyCommand } from "@aws-sdk/client-kms";
import { CreateDBClusterCommand, CreateDBClusterSnapshotCommand } from "@aws-sdk/client-rds";
import { ChangeResourceRecordSetsCommand, CreateHostedZoneCommand } from "@aws-sdk/client-route-53";
import {
  type BucketLocationConstraint,
  CreateBucketCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { CreateSecretCommand } from "@aws-sdk/client-secrets-manager";
import { CreateTopicCommand } from "@aws-sdk/client-sns";
import { CreateQueueCommand } from "@aws-sdk/client-sqs";
import { PutParameterCommand } from "@aws-sdk/client-ssm";
import { runStateKey } from "../../../dr/account/run-states";
import type { Aws } from "../../../dr/aws";
import { databaseIdentifier } from "../../../modules/database/contract";
import { leaseTableName, lockTableName, stateBucketName } from "../../../modules/state/contract";
import { regionPrefix } from "../../../regions/wiring/location";
import { sendSwitch } from "../../../tools/fence/send-switch";
import { small } from "./world";

const { environment, lost, target } = small;

/** A run of somebody's, on another machine. */
const otherRun = "dr-261122030000-abcd";

/**
 * Makes what is somebody's in the account: a shop in each region of the drill, called after the environment as the drill's
 * own, snapshots and backups of it, what another drill has left, and states beside the drill's, in the same buckets.
 */
export async function makeForeign(aws: (region: string) => Aws): Promise<void> {
  for (const region of [lost.name, target.region]) {
    const of = aws(region);
    // As the drill calls its own: where it makes one itself, of the other region.
    const other = region === lost.name ? target.region : lost.name;
    for (const prefix of [regionPrefix(environment.name, other), regionPrefix("shop", region), otherRun]) {
      await makeShop(of, prefix);
      await makeBackups(of, prefix);
    }
    await makeStates(of);
  }
  await makeGlobal(aws("us-east-1"));
  await sendSwitch(aws(environment.stateRegion).cloudwatch, { which: "fence", region: target.region, on: true });
}

async function makeShop(aws: Aws, prefix: string): Promise<void> {
  const { region, ec2, s3, sns, sqs, dynamodb, kms } = aws;
  const { Vpc } = await ec2.send(
    new CreateVpcCommand({
      CidrBlock: "10.9.0.0/16",
      TagSpecifications: [{ ResourceType: "vpc", Tags: [{ Key: "Name", Value: prefix }] }],
    }),
  );
  await ec2.send(new CreateSubnetCommand({ VpcId: Vpc?.VpcId, CidrBlock: "10.9.0.0/24" }));
  await ec2.send(new CreateSecurityGroupCommand({ VpcId: Vpc?.VpcId, GroupName: `${prefix}-web`, Description: "web" }));
  await sns.send(new CreateTopicCommand({ Name: `${prefix}-alarms` }));
  await sqs.send(new CreateQueueCommand({ QueueName: `${prefix}-events` }));
  const { KeyMetadata: key } = await kms.send(new CreateKeyCommand({ Description: prefix }));
  await kms.send(new CreateAliasCommand({ AliasName: `alias/${prefix}`, TargetKeyId: key?.KeyId }));
  await aws.secrets.send(new CreateSecretCommand({ Name: `${prefix}/api`, SecretString: "theirs" }));
  await aws.ssm.send(new PutParameterCommand({ Name: `/${prefix}/image`, Value: "theirs", Type: "String" }));
  await aws.logs.send(new CreateLogGroupCommand({ logGroupName: `/${prefix}/api` }));
  await aws.cloudwatch.send(
    new PutMetricAlarmCommand({
      AlarmName: `${prefix}-errors`,
      Namespace: "AWS/SQS",
      MetricName: "Errors",
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 1,
      Statistic: "Sum",
      ComparisonOperator: "GreaterThanThreshold",
    }),
  );
  await aws.backup.send(new CreateBackupVaultCommand({ BackupVaultName: `${prefix}-vault` }));
  const Bucket = `${prefix}-${region}-orders`;
  const CreateBucketConfiguration = { LocationConstraint: region as BucketLocationConstraint };
  await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
  await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: "Enabled" } }));
  for (const Body of ["first", "second"]) await s3.send(new PutObjectCommand({ Bucket, Key: "order", Body }));
  await dynamodb.send(
    new CreateTableCommand({
      TableName: `${prefix}-carts`,
      AttributeDefinitions: [{ AttributeName: "LockID", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "LockID", KeyType: "HASH" }],
      BillingMode: "PAY_PER_REQUEST",
    }),
  );
  await dynamodb.send(new PutItemCommand({ TableName: `${prefix}-carts`, Item: { LockID: { S: "cart" } } }));
}

async function makeBackups({ rds }: Aws, prefix: string): Promise<void> {
  const DBClusterIdentifier = databaseIdentifier(prefix);
  const cluster = {
    Engine: "aurora-postgresql",
    MasterUsername: "shop",
    MasterUserPassword: "a-secret-1",
    StorageEncrypted: true,
  };
  await rds.send(new CreateDBClusterCommand({ DBClusterIdentifier, ...cluster }));
  for (const DBClusterSnapshotIdentifier of [`${DBClusterIdentifier}-nightly`, `${DBClusterIdentifier}-copy`])
    await rds.send(new CreateDBClusterSnapshotCommand({ DBClusterIdentifier, DBClusterSnapshotIdentifier }));
}

/** In the buckets and tables that the drill's states and locks are in. */
async function makeStates({ region, s3, dynamodb }: Aws): Promise<void> {
  const Bucket = stateBucketName(environment, region);
  const keys = [
    `shop/${region}/network.tfstate`,
    `${environment.name}/${region}/network.tfstate.bak`,
    runStateKey(environment, region, otherRun),
  ];
  for (const Key of keys) {
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: `{"theirs":"${Key}"}` }));
    for (const id of [`${Bucket}/${Key}`, `${Bucket}/${Key}-md5`])
      await dynamodb.send(
        new PutItemCommand({ TableName: lockTableName, Item: { LockID: { S: id }, Digest: { S: "0a" } } }),
      );
  }
  await dynamodb.send(
    new PutItemCommand({ TableName: leaseTableName, Item: { LockID: { S: "shop-drill" }, Holder: { S: "they" } } }),
  );
}

async function makeGlobal({ iam, route53 }: Aws): Promise<void> {
  for (const RoleName of [`${environment.name}-web`, `${otherRun}-web`])
    await iam.send(
      new CreateRoleCommand({
        RoleName,
        Path: "/shop/",
        AssumeRolePolicyDocument: '{"Version":"2012-10-17","Statement":[]}',
      }),
    );
  const zone = await route53.send(new CreateHostedZoneCommand({ Name: "shop.example.com", CallerReference: "theirs" }));
  const record = {
    Name: "www.shop.example.com",
    Type: "CNAME" as const,
    TTL: 60,
    ResourceRecords: [{ Value: "example.com" }],
  };
  await route53.send(
    new ChangeResourceRecordSetsCommand({
      HostedZoneId: zone.HostedZone?.Id,
      ChangeBatch: { Changes: [{ Action: "CREATE", ResourceRecordSet: record }] },
    }),
  );
}
