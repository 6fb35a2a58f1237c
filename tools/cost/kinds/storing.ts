import { blocksIn, type ValuedResource } from "../../../terraform/values/resource";
import { free, type Kind, priced, within } from "../kind";

export const storing: Readonly<Record<string, Kind>> = {
  aws_s3_bucket: priced((bucket, use) => [
    { what: "objects", sku: "s3.standard.gbmonth.0-50TB", quantity: use.share("bucketGb", bucket), per: "use" },
    { what: "writes", sku: "s3.put.per1k", quantity: use.share("bucketWritesThousand", bucket), per: "use" },
  ]),
  aws_s3_bucket_lifecycle_configuration: free("settings of a bucket are free"),
  aws_s3_bucket_logging: within("the bucket that it writes to"),
  aws_s3_bucket_object_lock_configuration: free("settings of a bucket are free"),
  aws_s3_bucket_ownership_controls: free("settings of a bucket are free"),
  aws_s3_bucket_policy: free("settings of a bucket are free"),
  aws_s3_bucket_public_access_block: free("settings of a bucket are free"),
  // What it copies is within the bucket that it copies to; transfer of states is a cent or less.
  aws_s3_bucket_replication_configuration: priced((copy) => [
    { what: "metrics", sku: "cw.metric.custom.month.0-10k", quantity: 4 * measuredRules(copy), per: "hour" },
  ]),
  aws_s3_bucket_server_side_encryption_configuration: free("settings of a bucket are free"),
  aws_s3_bucket_versioning: free("settings of a bucket are free"),
  aws_s3_object: within("the bucket"),
  aws_ecr_repository: priced((repository, use) => {
    const here = use.all("aws_ecr_repository").filter(({ region }) => region === repository.region).length;
    return [
      { what: "images", sku: "ecr.storage.gbmonth", quantity: use.of("imagesGb") / Math.max(1, here), per: "use" },
    ];
  }),
  aws_ecr_lifecycle_policy: free("settings of a registry are free"),
  aws_ecr_repository_policy: free("settings of a registry are free"),
  aws_ecr_registry_scanning_configuration: free("basic scanning is free"),
  aws_ecr_replication_configuration: priced((_, use) => [
    { what: "transfer of images", sku: "dt.interregion.gb", quantity: use.of("imagesGb"), per: "use" },
  ]),
  aws_ssm_parameter: free("standard parameters are free"),
};

/** Rules that S3 publishes its four metrics of, each at the price of a custom metric. */
const measuredRules = ({ values }: ValuedResource): number =>
  blocksIn(values, "rule")
    .flatMap((rule) => blocksIn(rule, "destination"))
    .flatMap((destination) => blocksIn(destination, "metrics"))
    .filter(({ status }) => status === "Enabled").length;
