import { Cloudtrail } from "@cdktf/provider-aws/lib/cloudtrail";
import { Construct } from "constructs";
import { accessLogDelivery } from "../blocks/bucket/access-log-delivery";
import { closedBucket } from "../blocks/bucket/bucket";
import { logDelivery } from "../blocks/bucket/log-delivery";
import { key } from "../blocks/encryption/key";
import { throughServices } from "../blocks/encryption/statements";
import type { Inputs, Outputs } from "../core/contract";
import { homeOf } from "../core/home";
import { number } from "../core/late";
import { accessLogBucketOf, auditContract, trailName } from "./contract";
import { auditKeyStatements, configDelivery, trailDelivery } from "./deliveries";

type C = typeof auditContract;

/**
 * The audit tier: one CloudTrail trail for all regions, with log file validation and its own key, and the buckets for AWS Config
 * and the logs of global resources.
 *
 * It is in the state region: losing a region that runs the shop does not affect it, and CloudFront's logs, which contain
 * customers' addresses, stay in the jurisdiction. Only the named services can write to the buckets.
 *
 * *Cost*: a KMS key, storage by volume. The first trail of management events is free.
 */
export class AuditTier extends Construct implements Outputs<C> {
  static readonly contract = auditContract;
  readonly trailArn: string;

  constructor(scope: Construct, id: string, inputs: Inputs<C>) {
    super(scope, id);
    const home = homeOf(this);
    const forceDestroy = inputs.ephemeral;
    const trailArn = home.arn("cloudtrail", `trail/${trailName}`);

    const auditKey = key(this, "audit", {
      home,
      description: "The trail, recorded configuration, and the logs of the edge",
      alias: `alias/${trailName}`,
      statements: [...auditKeyStatements(home, trailArn), throughServices(home, "ReadThroughS3", { services: ["s3"] })],
    });
    const accessLogs = closedBucket(this, "access-logs", {
      name: accessLogBucketOf(inputs.auditBucketName),
      forceDestroy,
      statements: (arn) => accessLogDelivery(home, arn),
      expireAfterDays: number(inputs.edgeLogRetentionDays),
    });
    const common = { keyArn: auditKey.arn, forceDestroy, accessLogBucket: accessLogs.name };
    const audit = closedBucket(this, "audit", {
      ...common,
      name: inputs.auditBucketName,
      statements: (arn) => trailDelivery(home, arn, trailArn),
      expireAfterDays: number(inputs.trailRetentionDays),
      objectLock: { mode: inputs.objectLock, days: number(inputs.trailRetentionDays) },
    });
    // AWS Config delivers into no bucket with Object Lock, so it has one of its own.
    closedBucket(this, "config", {
      ...common,
      name: inputs.configBucketName,
      statements: (arn) => configDelivery(home, arn),
      expireAfterDays: number(inputs.trailRetentionDays),
    });
    for (const [role, name] of [
      ["edge-logs", inputs.edgeLogBucketName],
      ["waf-logs", inputs.wafLogBucketName],
    ] as const) {
      closedBucket(this, role, {
        ...common,
        name,
        statements: (arn) => logDelivery(home, arn),
        expireAfterDays: number(inputs.edgeLogRetentionDays),
      });
    }

    this.trailArn = new Cloudtrail(this, "trail", {
      name: trailName,
      s3BucketName: audit.name,
      kmsKeyId: auditKey.arn,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogFileValidation: true,
    }).arn;
  }
}
