import * as dynamodb from "@aws-sdk/client-dynamodb";
import * as rds from "@aws-sdk/client-rds";
import * as s3 from "@aws-sdk/client-s3";
import * as secrets from "@aws-sdk/client-secrets-manager";
import { given } from "../../../dr/inventory/answers";
import type { Leftover } from "./leftover";
import type { World } from "./world";

const credentials = { MasterUsername: "shop", MasterUserPassword: "not-a-real-one" };

/** One leftover of each kind that holds data. */
export const dataLeftovers: readonly Leftover[] = [
  {
    type: "aws_rds_cluster",
    make: async ({ aws }) => ({ id: await makeCluster(aws, "left"), remove: () => removeCluster(aws, "left") }),
  },
  {
    type: "aws_db_instance",
    make: async ({ aws }) => {
      const input = { Engine: "postgres", DBInstanceClass: "db.t4g.micro", AllocatedStorage: 20, ...credentials };
      const made = await aws.rds.send(new rds.CreateDBInstanceCommand({ ...input, DBInstanceIdentifier: "left" }));
      const removal = { DBInstanceIdentifier: "left", SkipFinalSnapshot: true };
      const remove = () => aws.rds.send(new rds.DeleteDBInstanceCommand(removal));
      return { id: given(made.DBInstance?.DBInstanceArn), remove };
    },
  },
  {
    type: "aws_db_instance_automated_backups_replication",
    make: async ({ aws, instanceElsewhere }) => {
      const source = { SourceDBInstanceArn: instanceElsewhere };
      const started = await aws.rds.send(new rds.StartDBInstanceAutomatedBackupsReplicationCommand(source));
      const id = given(started.DBInstanceAutomatedBackup?.DBInstanceAutomatedBackupsArn);
      const remove = async () => {
        await aws.rds.send(new rds.StopDBInstanceAutomatedBackupsReplicationCommand(source));
        await aws.rds.send(new rds.DeleteDBInstanceAutomatedBackupCommand({ DBInstanceAutomatedBackupsArn: id }));
      };
      return { id, remove };
    },
  },
  {
    type: "aws_rds_global_cluster",
    make: async ({ aws }) => {
      const name = { GlobalClusterIdentifier: "left" };
      const made = await aws.rds.send(new rds.CreateGlobalClusterCommand({ ...name, Engine: "aurora-postgresql" }));
      const remove = () => aws.rds.send(new rds.DeleteGlobalClusterCommand(name));
      return { id: given(made.GlobalCluster?.GlobalClusterArn), remove };
    },
  },
  {
    type: "aws_db_cluster_snapshot",
    make: async ({ aws }) => {
      await makeCluster(aws, "gone");
      const input = { DBClusterIdentifier: "gone", DBClusterSnapshotIdentifier: "left-snapshot" };
      const made = await aws.rds.send(new rds.CreateDBClusterSnapshotCommand(input));
      await removeCluster(aws, "gone");
      const remove = () => aws.rds.send(new rds.DeleteDBClusterSnapshotCommand(input));
      return { id: given(made.DBClusterSnapshot?.DBClusterSnapshotArn), remove };
    },
  },
  {
    type: "aws_db_subnet_group",
    make: async ({ aws, subnets }) => {
      const input = { DBSubnetGroupName: "left", DBSubnetGroupDescription: "left", SubnetIds: [...subnets] };
      const made = await aws.rds.send(new rds.CreateDBSubnetGroupCommand(input));
      const remove = () => aws.rds.send(new rds.DeleteDBSubnetGroupCommand(input));
      return { id: given(made.DBSubnetGroup?.DBSubnetGroupArn), remove };
    },
  },
  {
    type: "aws_rds_cluster_parameter_group",
    make: async ({ aws }) => {
      const name = { DBClusterParameterGroupName: "left" };
      const input = { ...name, DBParameterGroupFamily: "aurora-postgresql16", Description: "left" };
      const made = await aws.rds.send(new rds.CreateDBClusterParameterGroupCommand(input));
      const remove = () => aws.rds.send(new rds.DeleteDBClusterParameterGroupCommand(name));
      return { id: given(made.DBClusterParameterGroup?.DBClusterParameterGroupArn), remove };
    },
  },
  {
    type: "aws_s3_bucket",
    make: async ({ aws }) => {
      const CreateBucketConfiguration = { LocationConstraint: "eu-west-1" } as const;
      await aws.s3.send(new s3.CreateBucketCommand({ Bucket: "left-bucket", CreateBucketConfiguration }));
      return { id: "left-bucket", remove: () => aws.s3.send(new s3.DeleteBucketCommand({ Bucket: "left-bucket" })) };
    },
  },
  {
    type: "aws_dynamodb_table",
    make: async ({ aws }) => {
      const made = await aws.dynamodb.send(
        new dynamodb.CreateTableCommand({
          TableName: "left",
          BillingMode: "PAY_PER_REQUEST",
          KeySchema: [{ AttributeName: "LockID", KeyType: "HASH" }],
          AttributeDefinitions: [{ AttributeName: "LockID", AttributeType: "S" }],
        }),
      );
      const remove = () => aws.dynamodb.send(new dynamodb.DeleteTableCommand({ TableName: "left" }));
      return { id: given(made.TableDescription?.TableArn), remove };
    },
  },
  {
    type: "aws_secretsmanager_secret",
    make: async ({ aws }) => {
      const { ARN } = await aws.secrets.send(new secrets.CreateSecretCommand({ Name: "left" }));
      const removal = { SecretId: ARN, ForceDeleteWithoutRecovery: true };
      return { id: given(ARN), remove: () => aws.secrets.send(new secrets.DeleteSecretCommand(removal)) };
    },
  },
];

async function makeCluster(aws: World["aws"], DBClusterIdentifier: string): Promise<string> {
  const input = { DBClusterIdentifier, Engine: "aurora-postgresql", ...credentials };
  return given((await aws.rds.send(new rds.CreateDBClusterCommand(input))).DBCluster?.DBClusterArn);
}

const removeCluster = (aws: World["aws"], DBClusterIdentifier: string) =>
  aws.rds.send(new rds.DeleteDBClusterCommand({ DBClusterIdentifier, SkipFinalSnapshot: true }));
