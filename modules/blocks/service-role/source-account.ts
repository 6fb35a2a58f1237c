/**
 * Services that take on a role without saying for which account: a condition on `aws:SourceAccount` would lock them out.
 *
 * They act for this account all the same: a role can be handed to a service by its own account only.
 * https://repost.aws/knowledge-center/iam-passrole-error
 */
export const withoutSourceAccount: ReadonlySet<string> = new Set([
  // Not for an integration: each of its calls failed.
  // https://github.com/aws-solutions-library-samples/accelerated-intelligent-document-processing-on-aws/pull/479
  "apigateway.amazonaws.com",
  // Not for an instance profile, which would be without credentials.
  // https://github.com/prowler-cloud/prowler/issues/2810
  "ec2.amazonaws.com",
  // Not always: the first function of a VPC could not be created, and a recovery makes a new VPC.
  // https://github.com/aws/aws-parallelcluster/pull/6926
  "lambda.amazonaws.com",
  // AWS shows no condition for replication, and nobody says that S3 tells it. Were it missing, nothing would be copied, and
  // nothing would fail.
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html
  "s3.amazonaws.com",
]);
