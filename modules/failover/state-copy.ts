import { S3BucketReplicationConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-replication-configuration";
import type { Construct } from "constructs";
import { alarm } from "../blocks/alerts/alarm";
import { useByAlias } from "../blocks/encryption/statements";
import { serviceRole } from "../blocks/service-role/service-role";
import type { BoundedHome } from "../core/home";
import { stateBucketName, stateKeyAlias } from "../state/contract";

interface StateCopy {
  readonly namePrefix: string;
  /** What the keys begin with that are copied; those of the other region do not, so that copies are in nobody's way. */
  readonly globalStatePrefix: string;
  readonly regionStatePrefix: string;
  /** The region of the other bucket. */
  readonly to: string;
  readonly findingsTopicArn: string;
}

/**
 * Has S3 copy each new version of a state into the state bucket of another region, under that bucket's own key.
 *
 * Delete markers stay here: what is deleted by mistake is still there in the copy. What a lock leaves there, nobody takes away:
 * whoever works on the copy locks by its table alone.
 *
 * It is not in the state tier, because that stands before the boundary that a role needs.
 *
 * Alarms tell when S3 could not copy a version, until it copies one again. It does not try that one again.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/repl-metrics.html
 */
export function copyStates(scope: Construct, home: BoundedHome, { namePrefix, to, ...given }: StateCopy): void {
  const prefixes = { global: given.globalStatePrefix, region: given.regionStatePrefix };
  const from = stateBucketName(home, home.region);
  const there = stateBucketName(home, to);
  const bucket = { from: arnOf(home, from), to: arnOf(home, there) };
  const statesKey = (use: Record<"sid" | "action" | "region", string>) =>
    useByAlias(home, { ...use, service: "s3", alias: stateKeyAlias(home, use.region) });
  const role = serviceRole(scope, "state-copier", {
    home,
    name: `${namePrefix}-state-copier`,
    service: "s3.amazonaws.com",
    statements: [
      {
        sid: "SeeWhatIsToBeCopied",
        actions: ["s3:GetReplicationConfiguration", "s3:ListBucket"],
        resources: [bucket.from],
      },
      {
        sid: "ReadStates",
        actions: ["s3:GetObjectVersionAcl", "s3:GetObjectVersionForReplication", "s3:GetObjectVersionTagging"],
        resources: Object.values(prefixes).map((prefix) => `${bucket.from}/${prefix}*`),
      },
      {
        sid: "WriteCopies",
        actions: ["s3:ReplicateObject", "s3:ReplicateTags"],
        resources: Object.values(prefixes).map((prefix) => `${bucket.to}/${prefix}*`),
      },
      // https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html
      statesKey({ sid: "DecryptStates", action: "kms:Decrypt", region: home.region }),
      statesKey({ sid: "EncryptCopies", action: "kms:Encrypt", region: to }),
    ],
  });
  new S3BucketReplicationConfigurationA(scope, "state-copy", {
    bucket: from,
    role: role.arn,
    rule: Object.entries(prefixes).map(([id, prefix], index) => ({
      id,
      priority: index + 1,
      status: "Enabled",
      filter: { prefix },
      deleteMarkerReplication: { status: "Disabled" },
      sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } },
      destination: {
        bucket: bucket.to,
        encryptionConfiguration: {
          replicaKmsKeyId: `arn:${home.partition}:kms:${to}:${home.account}:${stateKeyAlias(home, to)}`,
        },
        metrics: { status: "Enabled" },
      },
    })),
  });
  for (const id of Object.keys(prefixes))
    alarm(scope, `state-copy-failed-${id}`, {
      name: `${namePrefix}-state-copy-failed-${id}`,
      description: `S3 could not copy a state to ${to}, and whoever needs the copy would lack it. Look at the role ${namePrefix}-state-copier, and at the bucket and key there. Then apply that root, or have S3 Batch Replication copy what failed; it rings until something is copied again.`,
      metrics: {
        failed: {
          namespace: "AWS/S3",
          name: "OperationsFailedReplication",
          dimensions: { SourceBucket: from, DestinationBucket: there, RuleId: id },
          stat: "Sum",
        },
      },
      above: 0,
      evaluationPeriods: 1,
      treatMissingData: "ignore",
      topicArn: given.findingsTopicArn,
    });
}

const arnOf = ({ partition }: BoundedHome, bucket: string): string => `arn:${partition}:s3:::${bucket}`;
