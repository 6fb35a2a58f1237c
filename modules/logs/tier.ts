import { Construct } from "constructs";
import { accessLogDelivery } from "../blocks/bucket/access-log-delivery";
import { closedBucket } from "../blocks/bucket/bucket";
import { serviceRole } from "../blocks/service-role/service-role";
import type { Inputs, Outputs } from "../core/contract";
import { boundedHomeOf } from "../core/home";
import { number } from "../core/late";
import { archiveStream } from "./archive";
import { logsContract } from "./contract";
import { loadBalancerDelivery } from "./load-balancer-delivery";

type C = typeof logsContract;

/**
 * The logs tier: the archive of the region, a bucket to which Firehose delivers the logs of every log group, and the bucket for
 * access logs of load balancers and S3.
 *
 * Archived logs stay in the region, encrypted with their own key, move to a cheaper storage class after a while, and expire;
 * with `objectLock: "governance"` no one can delete them earlier without a special permission. Objects under 128 KiB stay in
 * their storage class. A bucket that still holds logs cannot be destroyed.
 *
 * *Cost*: Firehose and its decompression by volume, storage by volume.
 */
export class LogsTier extends Construct implements Outputs<C> {
  static readonly contract = logsContract;
  readonly accessLogBucketName: string;
  readonly archiveBucketName: string;
  readonly archiveStreamName: string;
  readonly archiveStreamArn: string;
  readonly archiverRoleArn: string;

  constructor(scope: Construct, id: string, inputs: Inputs<C>) {
    super(scope, id);
    const { namePrefix, ephemeral: forceDestroy, archiveKeyArn: keyArn } = inputs;
    const home = boundedHomeOf(this, inputs);

    // Without a key: ELB and S3 log to no bucket under a customer's.
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
    const accessLogs = closedBucket(this, "access-logs", {
      name: `${namePrefix}-access-logs-${home.account}`,
      forceDestroy,
      statements: (arn) => [...loadBalancerDelivery(home, arn), ...accessLogDelivery(home, arn)],
      expireAfterDays: number(inputs.accessLogRetentionDays),
    });
    const archive = closedBucket(this, "archive", {
      name: `${namePrefix}-archive-${home.account}`,
      keyArn,
      forceDestroy,
      expireAfterDays: number(inputs.archiveRetentionDays),
      archiveAfterDays: number(inputs.archiveColdAfterDays),
      objectLock: { mode: inputs.objectLock, days: number(inputs.archiveRetentionDays) },
      accessLogBucket: accessLogs.name,
    });
    const stream = archiveStream(this, home, { name: `${namePrefix}-archive`, bucketArn: archive.arn, keyArn });
    const archiver = serviceRole(this, "archiver", {
      home,
      name: `${namePrefix}-archiver`,
      service: `logs.${home.region}.amazonaws.com`,
      sourceArn: home.arn("logs", "*"),
      statements: [{ actions: ["firehose:PutRecord", "firehose:PutRecordBatch"], resources: [stream.arn] }],
    });

    this.accessLogBucketName = accessLogs.name;
    this.archiveBucketName = archive.name;
    this.archiveStreamName = stream.name;
    this.archiveStreamArn = stream.arn;
    this.archiverRoleArn = archiver.arn;
  }
}
