import { createHash } from "node:crypto";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import { TerraformLocal } from "cdktf";
import type { Construct } from "constructs";
import { databaseUser } from "../../api/contract";
import { runtime } from "../../blocks/function/contract";
import type { Inputs } from "../../core/contract";
import type { BoundedHome } from "../../core/home";
import { number } from "../../core/late";
import { ModuleFile } from "../../core/module-file";
import { platform } from "../../core/names";
import { ports } from "../../network/contract";
import { type databaseContract, preparationName } from "../contract";
import { archive } from "./archive";
import { preparationRole } from "./role";

/** What it prepares. */
interface Made {
  readonly writerEndpoint: string;
  readonly databaseName: string;
  readonly secretArn: string;
}

/**
 * The function that makes the service's user, its schema and the schema's owner, and applies migrations.
 *
 * It logs in as the master user over TLS, with RDS's own authorities, which Lambda's runtime has but does not load by
 * itself. https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html
 */
export function preparation(
  scope: Construct,
  inputs: Inputs<typeof databaseContract>,
  { home, made }: { readonly home: BoundedHome; readonly made: Made },
): CloudwatchLogGroup {
  const name = preparationName(inputs.namePrefix);
  // Before the function: Lambda makes a missing one itself, unencrypted and kept forever.
  const log = new CloudwatchLogGroup(scope, "preparation-log", {
    name: `/aws/lambda/${name}`,
    retentionInDays: number(inputs.logRetentionDays),
    kmsKeyId: inputs.logsKeyArn,
  });
  // A policy that names the database itself is read anew, and so shown as changed, with each change of the database.
  const secret = new TerraformLocal(scope, "preparation-secret", made.secretArn);
  const content = Buffer.from(archive, "base64");
  const file = new ModuleFile(scope, "preparation-archive", { name: "preparation.zip", content });
  new LambdaFunction(scope, "preparation", {
    functionName: name,
    description: "Makes what the shop needs in its database, and applies migrations",
    role: preparationRole(scope, home, { name, secretArn: secret.asString, inputs, logGroupArn: log.arn }).arn,
    runtime,
    handler: "index.handler",
    filename: file.path,
    sourceCodeHash: createHash("sha256").update(content).digest("base64"),
    architectures: ["arm64"],
    memorySize: 256,
    timeout: 900,
    kmsKeyArn: inputs.volumesKeyArn,
    environment: {
      variables: {
        DATABASE_HOST: made.writerEndpoint,
        DATABASE_PORT: String(ports.postgres),
        DATABASE_NAME: made.databaseName,
        SECRET_ARN: made.secretArn,
        OWNER: `${platform}_owner`,
        USER_NAME: databaseUser,
        SCHEMA: platform,
        NODE_EXTRA_CA_CERTS: "/var/runtime/ca-cert.pem",
      },
    },
    vpcConfig: { subnetIds: inputs.appSubnetIds, securityGroupIds: [inputs.preparationGroupId] },
    dependsOn: [log],
  });
  return log;
}
