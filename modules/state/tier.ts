import { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table";
import { Construct } from "constructs";
import { closedBucket } from "../blocks/bucket/bucket";
import { key } from "../blocks/encryption/key";
import { grantsThroughServices, throughServices } from "../blocks/encryption/statements";
import type { Inputs, Outputs } from "../core/contract";
import { homeOf } from "../core/home";
import { not } from "../core/late";
import { stateContract } from "./contract";

type C = typeof stateContract;

/**
 * The state tier: where Terraform's states of a region lie.
 *
 * Versioned, encrypted under a key of its own, reachable over TLS only, public to nobody. No version of a state is ever
 * thrown away: the bucket has no lifecycle, because an old version is the way back from a broken apply. Bucket and table
 * refuse to be destroyed, unless `ephemeral`.
 *
 * Its key also keeps the origin secrets, here and as replicas: whoever reads the states of the region reads them there.
 *
 * Cost: one KMS key, some megabytes of S3, a few requests.
 */
export class StateTier extends Construct implements Outputs<C> {
  static readonly contract = stateContract;
  readonly bucketArn: string;
  readonly lockTableArn: string;
  readonly keyArn: string;

  constructor(scope: Construct, id: string, { bucketName, lockTableName, ephemeral }: Inputs<C>) {
    super(scope, id);
    const home = homeOf(this);

    const states = key(this, "states", {
      home,
      description: "Terraform states and their locks, and the secrets that states hold as well",
      alias: `alias/${bucketName}`,
      statements: [
        throughServices(home, "KeepStates", { services: ["s3", "dynamodb", "secretsmanager"] }),
        grantsThroughServices(home, "HandOnToTheTable", { services: ["dynamodb"] }),
      ],
    });

    const bucket = closedBucket(this, "states", { name: bucketName, keyArn: states.arn, forceDestroy: ephemeral });

    const locks = new DynamodbTable(this, "locks", {
      name: lockTableName,
      billingMode: "PAY_PER_REQUEST",
      hashKey: "LockID",
      attribute: [{ name: "LockID", type: "S" }],
      serverSideEncryption: { enabled: true, kmsKeyArn: states.arn },
      pointInTimeRecovery: { enabled: true },
      deletionProtectionEnabled: not(ephemeral),
    });

    this.bucketArn = bucket.arn;
    this.lockTableArn = locks.arn;
    this.keyArn = states.arn;
  }
}
