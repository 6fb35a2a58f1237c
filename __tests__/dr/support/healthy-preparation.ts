import { CreateVpcEndpointCommand } from "@aws-sdk/client-ec2";
import { CreateRoleCommand, PutRolePolicyCommand } from "@aws-sdk/client-iam";
import { CreateFunctionCommand } from "@aws-sdk/client-lambda";
import { CreateDBClusterCommand, CreateDBSubnetGroupCommand, ModifyDBClusterCommand } from "@aws-sdk/client-rds";
import type { Aws } from "../../../dr/aws";
import { databaseIdentifier, preparationName } from "../../../modules/database/contract";
import { archive } from "../../../modules/database/preparation/archive";
import { makeNetwork, type Network } from "./healthy-network";
import { need } from "./need";

/** A database of its own, in a network of its own, with nothing in it, and the function beside it. */
export async function makePreparedCluster(aws: Aws, prefix: string, different: Readonly<Record<string, string>> = {}) {
  const network = await makeNetwork(aws, [`${aws.region}a`, `${aws.region}b`]);
  const DBSubnetGroupName = `${prefix}-data`;
  const data = { DBSubnetGroupName, DBSubnetGroupDescription: "data", SubnetIds: network.dataSubnets };
  await aws.rds.send(new CreateDBSubnetGroupCommand(data));
  await aws.rds.send(
    new CreateDBClusterCommand({
      ...{ DBClusterIdentifier: databaseIdentifier(prefix), Engine: "aurora-postgresql", DatabaseName: "shop" },
      ...{ MasterUsername: "shop_admin", MasterUserPassword: "correct-horse-battery" },
      ...{ DBSubnetGroupName, VpcSecurityGroupIds: [network.databaseGroup] },
    }),
  );
  await makePreparation(aws, prefix, { network, different });
  return network;
}

interface Preparation {
  readonly network: Network;
  readonly different?: Readonly<Record<string, string>>;
  readonly LogGroup?: string;
}

/** The function that prepares a region's database, as the database tier makes it. */
export async function makePreparation(
  { ec2, iam, lambda, rds, region }: Aws,
  prefix: string,
  { network, different = {}, LogGroup }: Preparation,
): Promise<void> {
  const managed = { DBClusterIdentifier: databaseIdentifier(prefix), ManageMasterUserPassword: true };
  const { DBCluster: cluster } = await rds.send(new ModifyDBClusterCommand(managed));
  const FunctionName = preparationName(prefix);
  const SECRET_ARN = need(cluster?.MasterUserSecret?.SecretArn);
  const { Role } = await iam.send(new CreateRoleCommand({ RoleName: FunctionName, AssumeRolePolicyDocument: "{}" }));
  const read = { Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: SECRET_ARN };
  await iam.send(
    new PutRolePolicyCommand({
      ...{ RoleName: FunctionName, PolicyName: "permissions" },
      PolicyDocument: JSON.stringify({ Version: "2012-10-17", Statement: [read] }),
    }),
  );
  await ec2.send(
    new CreateVpcEndpointCommand({
      ...{ VpcId: network.vpcId, VpcEndpointType: "Interface", ServiceName: `com.amazonaws.${region}.secretsmanager` },
      ...{ SubnetIds: network.appSubnets, SecurityGroupIds: [network.endpointsGroup], PrivateDnsEnabled: true },
    }),
  );
  const Variables = {
    DATABASE_HOST: need(cluster?.Endpoint),
    DATABASE_PORT: "5432",
    DATABASE_NAME: need(cluster?.DatabaseName),
    SECRET_ARN,
    OWNER: "shop_owner",
    USER_NAME: "shop_api",
    SCHEMA: "shop",
    NODE_EXTRA_CA_CERTS: "/var/runtime/ca-cert.pem",
    ...different,
  };
  await lambda.send(
    new CreateFunctionCommand({
      ...{ FunctionName, Role: Role?.Arn, Runtime: "nodejs24.x", Handler: "index.handler", Timeout: 900 },
      ...{ Code: { ZipFile: Buffer.from(archive, "base64") }, Environment: { Variables }, LoggingConfig: { LogGroup } },
      VpcConfig: { SubnetIds: network.appSubnets, SecurityGroupIds: [network.preparationGroup] },
    }),
  );
}
