import { Construct } from "constructs";
import { accessLogDelivery } from "../blocks/bucket/access-log-delivery";
import { closedBucket } from "../blocks/bucket/bucket";
import { serviceRole } from "../blocks/service-role/service-role";
import type { Inputs, Outputs } from "../core/contract";
import { homeOf } from "../core/home";
import { number } from "../core/late";
import { archiveStream } from "./archive";
import { logsContract } from "./contract";
import { loadBalancerDelivery } from "./load-balancer-delivery";

type C = typeof logsContract;

/**
 * The logs tier: the archive of the region, a bucket that Firehose brings every log group's logs to; and the bucket that
 * load balancers and S3 write their access logs to.
 *
 * What is archived lies in the region, under a key of its own, in a cheaper class after a while, and expires by itself;
 * `objectLock: "governance"` lets nobody delete it before, unless a permission of its own allows it. Objects under 128 KiB
 * stay in the class that they came in. Until logs expire, a destroy is refused while a bucket holds any.
 *
 * Cost: Firehose and its decompression by volume, storage by volume.
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
    const home = homeOf(this);

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
