import { DataAwsKmsAlias } from "@cdktf/provider-aws/lib/data-aws-kms-alias";
import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import type { Inputs, Outputs } from "../core/contract";
import { homeOf } from "../core/home";
import { secretName, secretsContract } from "./contract";

type C = typeof secretsContract;

/**
 * The secrets tier: the shop's own secrets, in the state region, with a replica in each region that runs the shop or is rebuilt in.
 *
 * A region reads its own replica, and a recovered one finds it there: no replica has to be promoted, because the secret itself is
 * in no region that can be lost. Terraform makes secrets without a value. People set one, in the state region, and set another one
 * when it changes; Secrets Manager brings it to the replicas:
 *
 * `aws secretsmanager put-secret-value --region eu-north-1 --secret-id shop/payment-key --secret-string file://payment-key.txt`
 *
 * The API reads those that its region file names in `secrets`, by the name that an environment variable tells:
 * `PAYMENT_KEY_SECRET` is `shop/payment-key`. The key of the states encrypts them in each region. One that is taken away can be
 * brought back for 30 days, and its name is taken as long.
 *
 * *Cost*: 0.40 USD a month for each secret, and for each of its replicas; a little for each 10,000 reads.
 */
export class SecretsTier extends Construct implements Outputs<C> {
  static readonly contract = secretsContract;
  readonly secretNames: string[];

  constructor(scope: Construct, id: string, { names, replicaRegions, keyAliases, ephemeral }: Inputs<C>) {
    super(scope, id);
    const keyOf = (region: string): string => Fn.lookup(keyAliases, region);
    const key = new DataAwsKmsAlias(this, "key", { name: keyOf(homeOf(this).region) });
    this.secretNames = names.map(
      (name) =>
        new SecretsmanagerSecret(this, name, {
          name: secretName(name),
          description: "A secret of the shop's own, set by people",
          kmsKeyId: key.targetKeyArn,
          recoveryWindowInDays: Fn.conditional(ephemeral, 0, 30),
          replica: replicaRegions.map((region) => ({ region, kmsKeyId: keyOf(region) })),
        }).name,
    );
  }
}
