import { Construct } from "constructs";
import { accessLogDelivery } from "../blocks/bucket/access-log-delivery";
import { closedBucket } from "../blocks/bucket/bucket";
import { serviceRole } from "../blocks/service-role/service-role";
import type { Inputs, Outputs } from "../core/contract";
import { home } from "../core/home";
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
    const here = home(this);

    // Without a key: ELB and S3 log to no bucket under a customer's.
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
    const accessLogs = closedBucket(this, "access-logs", {
      name: `${namePrefix}-access-logs-${here.account}`,
      forceDestroy,
      statements: (arn) => [...loadBalancerDelivery(here, arn), ...accessLogDelivery(here, arn)],
      expireAfterDays: number(inputs.accessLogRetentionDays),
    });
    const archive = closedBucket(this, "archive", {
      name: `${namePrefix}-archive-${here.account}`,
      keyArn,
      forceDestroy,
      expireAfterDays: number(inputs.archiveRetentionDays),
      archiveAfterDays: number(inputs.archiveColdAfterDays),
      objectLock: { mode: inputs.objectLock, days: number(inputs.archiveRetentionDays) },
      accessLogBucket: accessLogs.name,
    });
    const stream = archiveStream(this, here, { name: `${namePrefix}-archive`, bucketArn: archive.arn, keyArn });
    const archiver = serviceRole(this, "archiver", {
      home: here,
      name: `${namePrefix}-archiver`,
      service: `logs.${here.region}.amazonaws.com`,
      sourceArn: here.arn("logs", "*"),
      statements: [{ actions: ["firehose:PutRecord", "firehose:PutRecordBatch"], resources: [stream.arn] }],
    });

    this.accessLogBucketName = accessLogs.name;
    this.archiveBucketName = archive.name;
    this.archiveStreamName = stream.name;
    this.archiveStreamArn = stream.arn;
    this.archiverRoleArn = archiver.arn;
  }
}
