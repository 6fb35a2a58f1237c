import { DataAwsKmsAlias } from "@cdktf/provider-aws/lib/data-aws-kms-alias";
import { Fn } from "cdktf";
import type { Construct } from "constructs";
import { randomSecret } from "../blocks/secret/random-secret";
import type { Inputs } from "../core/contract";
import type { Home } from "../core/home";
import type { LateNumber } from "../core/late";
import { type dnsContract, type OriginSlot, originSecretPrefix } from "./contract";

type DnsInputs = Inputs<typeof dnsContract>;

/**
 * The names of the secrets that origins know CloudFront by, one a slot, readable in every region that has an origin.
 *
 * A region reads its own replica, so neither the loss of another one nor of this one keeps it from being planned.
 * AWS makes the value when a generation is made; a later plan leaves it alone. Letters and digits only: a load balancer
 * reads * and ? in a rule as wildcards.
 */
export function originSecrets(
  scope: Construct,
  { region }: Home,
  inputs: DnsInputs,
): Readonly<Record<OriginSlot, string>> {
  const keyOf = (where: string): string => Fn.lookup(inputs.originKeyAliases, where);
  const key = new DataAwsKmsAlias(scope, "origin-key", { name: keyOf(region) });

  const named = (slot: OriginSlot, generation: LateNumber): string =>
    randomSecret(scope, `origin-${slot}`, {
      namePrefix: `${originSecretPrefix(inputs.namePrefix)}${slot}-${Fn.tostring(generation)}-`,
      description: "Secret by which origins recognize CloudFront",
      kmsKeyId: key.targetKeyArn,
      replica: inputs.replicaRegions.map((replica) => ({ region: replica, kmsKeyId: keyOf(replica) })),
      ephemeral: inputs.ephemeral,
    }).secret.name;
  return { blue: named("blue", inputs.blueOriginSecret), green: named("green", inputs.greenOriginSecret) };
}
