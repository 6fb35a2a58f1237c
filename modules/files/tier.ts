import { Construct } from "constructs";
import { accessLogBucketOf, auditBucketNames } from "../audit/contract";
import { closedBucket } from "../blocks/bucket/bucket";
import { readByCloudFront } from "../blocks/bucket/cloudfront-reads";
import type { Inputs, Outputs } from "../core/contract";
import { homeOf } from "../core/home";
import { number } from "../core/late";
import { filesBucketName, filesContract } from "./contract";

type C = typeof filesContract;

/**
 * The files tier: a bucket of the shop's static files, which CloudFront alone reads, for the paths of `edge.staticPaths`.
 *
 * It is there in two regions, and CloudFront asks the second one where the first one fails: losing either region loses no
 * file, and files are there while no region serves. Nothing has to be done in a recovery. Nothing copies from one bucket to
 * the other, so that one mistake does not spoil both: whoever builds the pages puts their files into both, before the pages
 * that name them, each below its path and under a name that changes with its content:
 *
 * `for region in eu-central-1 eu-north-1; do aws s3 cp static "s3://shop-files-333333333333-$region/static" --recursive --region $region --cache-control "public, max-age=31536000, immutable"; done`
 *
 * Of a file that is not there, customers get 404. Files are for everybody, so S3's own keys encrypt them: a key of the
 * account's own would be one more thing that keeps them from being shown.
 *
 * *Cost*: storage and writes by volume, in each of the two regions.
 */
export class FilesTier extends Construct implements Outputs<C> {
  static readonly contract = filesContract;
  readonly bucketName: string;

  constructor(scope: Construct, id: string, inputs: Inputs<C>) {
    super(scope, id);
    const home = homeOf(this);
    const { partition, account, region } = home;
    const distributionArn = `arn:${partition}:cloudfront::${account}:distribution/${inputs.distributionId}`;
    const { auditBucketName } = auditBucketNames({ account, stateRegion: region });
    this.bucketName = closedBucket(this, "files", {
      name: filesBucketName(home),
      forceDestroy: inputs.ephemeral,
      replacedDays: number(inputs.replacedDays),
      statements: (arn) => readByCloudFront(arn, { distributionArn, listing: true }),
      ...(inputs.inStateRegion ? { accessLogBucket: accessLogBucketOf(auditBucketName) } : {}),
    }).name;
  }
}
