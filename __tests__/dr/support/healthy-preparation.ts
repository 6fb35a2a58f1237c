import { CreateRoleCommand } from "@aws-sdk/client-iam";
import { CreateFunctionCommand } from "@aws-sdk/client-lambda";
import { CreateDBClusterCommand, ModifyDBClusterCommand } from "@aws-sdk/client-rds";
import type { Aws } from "../../../dr/aws";
import { databaseIdentifier, preparationName } from "../../../modules/database/contract";
import { archive } from "../../../modules/database/preparation/archive";
import { need } from "./need";

/** A database of its own, with nothing in it, and the function beside it. */
export async function makePreparedCluster(aws: Aws, prefix: string, different: Readonly<Record<string, string>> = {}) {
  await aws.rds.send(
    new CreateDBClusterCommand({
      ...{ DBClusterIdentifier: databaseIdentifier(prefix), Engine: "aurora-postgresql", DatabaseName: "shop" },
      ...{ MasterUsername: "shop_admin", MasterUserPassword: "correct-horse-battery" },
    }),
  );
  await makePreparation(aws, prefix, { different });
}

/** The function that prepares a region's database, as the database tier makes it. */
export async function makePreparation(
  { iam, lambda, rds }: Aws,
  prefix: string,
  { different = {}, LogGroup }: { readonly different?: Readonly<Record<string, string>>; readonly LogGroup?: string },
): Promise<void> {
  const managed = { DBClusterIdentifier: databaseIdentifier(prefix), ManageMasterUserPassword: true };
  const { DBCluster: cluster } = await rds.send(new ModifyDBClusterCommand(managed));
  const FunctionName = preparationName(prefix);
  const { Role } = await iam.send(new CreateRoleCommand({ RoleName: FunctionName, AssumeRolePolicyDocument: "{}" }));
  const Variables = {
    DATABASE_HOST: need(cluster?.Endpoint),
    DATABASE_PORT: "5432",
    DATABASE_NAME: need(cluster?.DatabaseName),
    SECRET_ARN: need(cluster?.MasterUserSecret?.SecretArn),
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
    }),
  );
}
