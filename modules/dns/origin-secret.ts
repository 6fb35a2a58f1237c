import { DataAwsKmsAlias } from "@cdktf/provider-aws/lib/data-aws-kms-alias";
import { DataAwsSecretsmanagerRandomPassword } from "@cdktf/provider-aws/lib/data-aws-secretsmanager-random-password";
import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version";
import { Fn } from "cdktf";
import type { Construct } from "constructs";
import type { Inputs } from "../core/contract";
import type { Home } from "../core/home";
import type { LateNumber } from "../core/late";
import { type dnsContract, type OriginSlot, originSecretPrefix } from "./contract";

type DnsInputs = Inputs<typeof dnsContract>;

/**
 * The names of the secrets that origins know CloudFront by, one a slot, readable in every region that has an origin.
 *
 * A region reads its own replica, so neither the loss of another one nor of this one keeps it from being planned.
 * AWS makes the value when a generation is made; a later plan leaves it alone.
 */
export function originSecrets(
  scope: Construct,
  { region }: Home,
  inputs: DnsInputs,
): Readonly<Record<OriginSlot, string>> {
  const keyOf = (where: string): string => Fn.lookup(inputs.originKeyAliases, where);
  const key = new DataAwsKmsAlias(scope, "origin-key", { name: keyOf(region) });

  const secret = (slot: OriginSlot, generation: LateNumber): string => {
    const made = new SecretsmanagerSecret(scope, `origin-${slot}`, {
      name: `${originSecretPrefix(inputs.namePrefix)}${slot}-${Fn.tostring(generation)}`,
      description: "Secret by which origins recognize CloudFront",
      kmsKeyId: key.targetKeyArn,
      recoveryWindowInDays: Fn.conditional(inputs.ephemeral, 0, 30),
      replica: inputs.replicaRegions.map((replica) => ({ region: replica, kmsKeyId: keyOf(replica) })),
    });
    const random = new DataAwsSecretsmanagerRandomPassword(scope, `origin-${slot}-value`, {
      passwordLength: 48,
      // A load balancer reads * and ? in a rule as wildcards.
      excludePunctuation: true,
    });
    new SecretsmanagerSecretVersion(scope, `origin-${slot}-version`, {
      secretId: made.id,
      secretString: random.randomPassword,
      lifecycle: { ignoreChanges: ["secret_string"] },
    });
    return made.name;
  };
  return { blue: secret("blue", inputs.blueOriginSecret), green: secret("green", inputs.greenOriginSecret) };
}
