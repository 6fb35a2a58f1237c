import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { useByAlias } from "../blocks/encryption/statements";
import type { Home } from "../core/home";
import { secretName } from "../secrets/contract";
import { stateKeyAlias } from "../state/contract";

interface OwnSecrets {
  readonly environment: Readonly<Record<string, string>>;
  readonly statements: DataAwsIamPolicyDocumentStatement[];
}

/**
 * Secrets of the shop's own that the service reads from its region: what they are called, as `PAYMENT_KEY_SECRET`, and the
 * permission for exactly these. AWS ends their ARNs with six characters of its own.
 *
 * The key of the states opens for it by way of Secrets Manager alone, so it reads no state.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
 */
export function ownSecrets(home: Home, names: readonly string[]): OwnSecrets {
  if (names.length === 0) return { environment: {}, statements: [] };
  const variable = (name: string) => `${name.replaceAll("-", "_").toUpperCase()}_SECRET`;
  return {
    environment: Object.fromEntries(names.map((name) => [variable(name), secretName(name)])),
    statements: [
      {
        sid: "ReadOwnSecrets",
        actions: ["secretsmanager:GetSecretValue"],
        resources: names.map((name) => home.arn("secretsmanager", `secret:${secretName(name)}-??????`)),
      },
      useByAlias(home, {
        sid: "OpenOwnSecrets",
        action: "kms:Decrypt",
        region: home.region,
        service: "secretsmanager",
        alias: stateKeyAlias(home, home.region),
      }),
    ],
  };
}
