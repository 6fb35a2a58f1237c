import { DataAwsSecretsmanagerRandomPassword } from "@cdktf/provider-aws/lib/data-aws-secretsmanager-random-password";
import { DataAwsSecretsmanagerSecret } from "@cdktf/provider-aws/lib/data-aws-secretsmanager-secret";
import type { RdsClusterConfig } from "@cdktf/provider-aws/lib/rds-cluster";
import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version";
import { Fn } from "cdktf";
import type { Construct } from "constructs";
import type { AuroraInputs, GlobalInputs } from "./contract";
import { fixed } from "./fixed";

/** Attributes of a cluster. */
export type Login = Pick<
  RdsClusterConfig,
  "masterUsername" | "manageMasterUserPassword" | "masterUserSecretKmsKeyId" | "masterPassword"
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
      const { secretArn, password } = ownSecret(scope, secretName(name), inputs);
      return { login: { masterUsername, masterPassword: password }, secretArn };
    }
    case "replica": {
      // The primary's logins are those of its replicas.
      const replicated = new DataAwsSecretsmanagerSecret(scope, "login", {
        name: secretName(inputs.globalIdentifier ?? ""),
      });
      return { login: {}, secretArn: replicated.arn };
    }
  }
}

const secretName = (globalIdentifier: string): string => `${globalIdentifier}-login`;

/**
 * The master login in a secret of the tier's own, replicated into the regions that read.
 *
 * RDS manages no password of a global database, so this one is in Terraform's state, which is encrypted, and is rotated
 * by hand. Applications do not use it: they log in with IAM.
 */
function ownSecret(scope: Construct, name: string, inputs: GlobalInputs) {
  const random = new DataAwsSecretsmanagerRandomPassword(scope, "password", {
    passwordLength: 48,
    excludePunctuation: true,
  });
  const secret = new SecretsmanagerSecret(scope, "login", {
    name,
    description: "Master login of the database",
    kmsKeyId: inputs.secretsKeyArn,
    recoveryWindowInDays: Fn.conditional(inputs.ephemeral, 0, 30),
    replica: inputs.copiedTo.map((region) => ({ region, kmsKeyId: inputs.secretKeyAliases?.[region] })),
  });
  const version = new SecretsmanagerSecretVersion(scope, "login-version", {
    secretId: secret.id,
    secretString: Fn.jsonencode({ username: fixed.masterUsername, password: random.randomPassword }),
    lifecycle: { ignoreChanges: ["secret_string"] },
  });
  // What is in the secret, not what is drawn anew with each plan.
  const password = Fn.lookup(Fn.jsondecode(version.secretString), "password");
  return { secretArn: secret.arn, password };
}
