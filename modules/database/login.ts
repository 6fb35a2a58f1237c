import { DataAwsSecretsmanagerSecrets } from "@cdktf/provider-aws/lib/data-aws-secretsmanager-secrets";
import type { RdsClusterConfig } from "@cdktf/provider-aws/lib/rds-cluster";
import { Fn } from "cdktf";
import type { Construct } from "constructs";
import { randomSecret } from "../blocks/secret/random-secret";
import { Ephemeral } from "../core/ephemeral";
import { number } from "../core/late";
import type { AuroraInputs, GlobalInputs } from "./contract";
import { fixed } from "./fixed";

/** Attributes of a cluster. */
export type Login = Pick<
  RdsClusterConfig,
  | "masterUsername"
  | "manageMasterUserPassword"
  | "masterUserSecretKmsKeyId"
  | "masterPasswordWo"
  | "masterPasswordWoVersion"
>;

/** How the master user logs in to a cluster; `secretArn` unless RDS makes the secret. */
export function masterLogin(
  scope: Construct,
  name: string,
  inputs: AuroraInputs,
): { login: Login; secretArn?: string } {
  const { masterUsername } = fixed;
  switch (inputs.engine) {
    case "aurora":
      return {
        login: { masterUsername, manageMasterUserPassword: true, masterUserSecretKmsKeyId: inputs.secretsKeyArn },
      };
    case "global": {
      const { secretArn, password } = ownSecret(scope, secretPrefix(name), inputs);
      return {
        login: {
          masterUsername,
          masterPasswordWo: password,
          masterPasswordWoVersion: number(inputs.masterPasswordVersion),
        },
        secretArn,
      };
    }
    case "replica": {
      // The primary's logins are those of its replicas.
      const replicated = new DataAwsSecretsmanagerSecrets(scope, "login", {
        filter: [{ name: "name", values: [secretPrefix(inputs.globalIdentifier ?? "")] }],
      });
      return { login: {}, secretArn: Fn.one(replicated.arns) };
    }
  }
}

const secretPrefix = (globalIdentifier: string): string => `${globalIdentifier}-login-`;

/**
 * The master login in a secret of the tier's own, replicated into the regions that read.
 *
 * RDS manages no password of a global database. Applications do not use this one: they log in with IAM.
 */
function ownSecret(scope: Construct, namePrefix: string, inputs: GlobalInputs) {
  const { secret, version } = randomSecret(scope, "login", {
    namePrefix,
    description: "Master login of the database",
    kmsKeyId: inputs.secretsKeyArn,
    replica: inputs.copiedTo.map((region) => ({ region, kmsKeyId: inputs.secretKeyAliases?.[region] })),
    ephemeral: inputs.ephemeral,
    text: (password) => Fn.jsonencode({ username: fixed.masterUsername, password }),
    version: inputs.masterPasswordVersion,
  });
  // What the secret says, not what is drawn: the apply after one that broke off between the two draws another.
  const stored = new Ephemeral(scope, "login-stored", {
    type: "aws_secretsmanager_secret_version",
    given: { secret_id: version.secretId, version_id: version.versionId },
  });
  const password = Fn.lookup(Fn.jsondecode(stored.value("secret_string")), "password");
  return { secretArn: secret.arn, password };
}
