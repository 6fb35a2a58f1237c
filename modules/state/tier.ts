import { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table";
import { Construct } from "constructs";
import { closedBucket } from "../blocks/bucket/bucket";
import { key } from "../blocks/encryption/key";
import { grantsThroughServices, throughServices } from "../blocks/encryption/statements";
import type { Inputs, Outputs } from "../core/contract";
import { homeOf } from "../core/home";
import { not } from "../core/late";
import { leaseTableName, stateContract } from "./contract";

type C = typeof stateContract;

/**
 * The state tier: the bucket and lock table of a region's Terraform states, and where drills work, the table of their lease.
 *
 * The bucket is versioned, encrypted with its own key, reachable over TLS only, and private. No version of a state is ever
 * deleted: the bucket has no lifecycle rule, because an old version is the way back from a broken apply. Bucket and table cannot
 * be destroyed, unless `ephemeral`.
 *
 * The key also encrypts the origin secrets, here and in replicas: whoever can read the states of the region can read them there.
 * The shop's own secrets are under it, too, and open to whom IAM lets read them.
 *
 * *Cost*: one KMS key, some megabytes of S3, a few requests.
 */
export class StateTier extends Construct implements Outputs<C> {
  static readonly contract = stateContract;
  readonly bucketArn: string;
  readonly lockTableArn: string;
  readonly keyArn: string;

  constructor(scope: Construct, id: string, { bucketName, lockTableName, keepsLease, ephemeral }: Inputs<C>) {
    super(scope, id);
    const home = homeOf(this);

    const states = key(this, "states", {
      home,
      description: "Terraform states and locks, and the origin secrets",
      alias: `alias/${bucketName}`,
      statements: [
        throughServices(home, "KeepStates", { services: ["s3", "dynamodb", "secretsmanager"] }),
        grantsThroughServices(home, "HandOnToTheTable", { services: ["dynamodb"] }),
      ],
    });

    const bucket = closedBucket(this, "states", { name: bucketName, keyArn: states.arn, forceDestroy: ephemeral });

    const table = (id: string, name: string) =>
      new DynamodbTable(this, id, {
        name,
        billingMode: "PAY_PER_REQUEST",
        hashKey: "LockID",
        attribute: [{ name: "LockID", type: "S" }],
        serverSideEncryption: { enabled: true, kmsKeyArn: states.arn },
        pointInTimeRecovery: { enabled: true },
        deletionProtectionEnabled: not(ephemeral),
      });
    const locks = table("locks", lockTableName);
    if (keepsLease) table("lease", leaseTableName);

    this.bucketArn = bucket.arn;
    this.lockTableArn = locks.arn;
    this.keyArn = states.arn;
  }
}
