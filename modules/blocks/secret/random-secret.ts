import { SecretsmanagerSecret, type SecretsmanagerSecretConfig } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version";
import { Fn } from "cdktf";
import type { Construct } from "constructs";
import { Ephemeral } from "../../core/ephemeral";
import { type LateBoolean, type LateNumber, number } from "../../core/late";

interface RandomSecret extends Pick<SecretsmanagerSecretConfig, "description" | "kmsKeyId"> {
  /** First part of its name; the rest is its own, because AWS keeps the name of a secret that is destroyed for 30 days. */
  readonly namePrefix: string;
  /** The regions that have a replica, each with the key that it is under. */
  readonly replica: readonly { readonly region: string; readonly kmsKeyId?: string }[];
  /** Whether it is deleted at once when it is destroyed, as in a drill, and not after 30 days. */
  readonly ephemeral: LateBoolean;
  /** What the secret says, with the password in it; the password alone without this. */
  readonly text?: (password: string) => string;
  /** Another password is drawn when it changes, and at no other time; without this, never. */
  readonly version?: LateNumber;
}

/**
 * A secret with a password that Secrets Manager draws: 48 letters and digits, which only the secret itself has.
 *
 * Terraform hands it through: it is in no plan, log or state. Who needs it reads the secret.
 */
export function randomSecret(
  scope: Construct,
  id: string,
  { text = (password) => password, version, ephemeral, replica, ...config }: RandomSecret,
): { readonly secret: SecretsmanagerSecret; readonly version: SecretsmanagerSecretVersion } {
  const password = new Ephemeral(scope, `${id}-password`, {
    type: "aws_secretsmanager_random_password",
    given: { password_length: 48, exclude_punctuation: true },
  });
  const secret = new SecretsmanagerSecret(scope, id, {
    ...config,
    recoveryWindowInDays: Fn.conditional(ephemeral, 0, 30),
    replica: [...replica],
  });
  return {
    secret,
    version: new SecretsmanagerSecretVersion(scope, `${id}-version`, {
      secretId: secret.id,
      secretStringWo: text(password.value("random_password")),
      secretStringWoVersion: version === undefined ? 1 : number(version),
      // So a secret that was made before values were handed through keeps its own.
      lifecycle: version === undefined ? { ignoreChanges: ["secret_string", "secret_string_wo_version"] } : undefined,
    }),
  };
}
