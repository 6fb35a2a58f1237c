import type { Exceptions } from "./exception";
import { databaseInstances, logBuckets, regionLogGroups } from "./resources";

/** What was weighed once is weighed again. */
const until = "2027-05-31";

/** What checkov is right about, and we decided otherwise. */
export const decided: readonly Exceptions[] = [
  // Buckets.
  {
    checks: ["CKV_AWS_144"],
    resources: logBuckets,
    reason: "Logs stay where they were written, and where the law wants the addresses of customers.",
    until,
  },
  {
    checks: ["CKV_AWS_144"],
    resources: ["module.state.aws_s3_bucket.states_bucket"],
    reason: "States tell of one region's resources and are gone with them; a recovery begins with a state of its own.",
    until,
  },
  {
    checks: ["CKV_AWS_144"],
    resources: ["module.events.aws_s3_bucket.code_bucket"],
    reason: "The code comes with the module, into each region that it is applied in.",
    until,
  },
  {
    checks: ["CKV_AWS_144"],
    resources: ["module.failover.aws_s3_bucket.page_bucket"],
    reason: "It is apart from every region that runs the shop, and its one page comes with the module.",
    until,
  },
  {
    checks: ["CKV2_AWS_62"],
    resources: [
      ...logBuckets,
      "module.events.aws_s3_bucket.code_bucket",
      "module.failover.aws_s3_bucket.page_bucket",
      "module.state.aws_s3_bucket.states_bucket",
    ],
    reason: "Nobody waits for an object in these buckets, so a notification would have no receiver.",
    until,
  },
  {
    checks: ["CKV_AWS_18"],
    resources: ["module.state.aws_s3_bucket.states_bucket"],
    reason:
      "It is made before any other bucket, so none can take its log; who changes the bucket itself is in the trail.",
    until,
  },
  {
    checks: ["CKV2_AWS_61"],
    resources: ["module.state.aws_s3_bucket.states_bucket"],
    reason: "States never expire, old versions included: they are the way back from a broken one (decision 0005).",
    until,
  },
  {
    checks: ["CKV2_AWS_61"],
    resources: ["module.events.aws_s3_bucket.code_bucket"],
    reason:
      "It holds the one archive that the function is made from, which must not expire while the function is there.",
    until,
  },
  {
    checks: ["CKV2_AWS_61"],
    resources: ["module.failover.aws_s3_bucket.page_bucket"],
    reason: "It holds the one page that customers get while no region is open, which must not expire.",
    until,
  },
  {
    checks: ["CKV_AWS_145"],
    resources: ["module.failover.aws_s3_bucket.page_bucket"],
    reason: "Its page is for everybody: a key of its own would only be one more thing that keeps it from being shown.",
    until,
  },

  // Logs.
  {
    checks: ["CKV_AWS_338"],
    resources: regionLogGroups,
    reason: "They are at hand for a quarter; the archive of their region keeps them for a year, at the price of S3.",
    until,
  },
  {
    checks: ["CKV_AWS_338"],
    resources: ["module.dns.aws_cloudwatch_log_group.queries"],
    reason: "It tells which resolvers asked for the shop's names, of use while something is looked into: a quarter.",
    until,
  },
  {
    checks: ["CKV_AWS_252", "CKV2_AWS_10"],
    resources: ["module.audit.aws_cloudtrail.trail"],
    reason:
      "GuardDuty reads the trail's events and raises the alarm; a copy in CloudWatch would cost as much as the trail again.",
    until,
  },

  // The edge and what is behind it.
  {
    checks: ["CKV2_AWS_34"],
    resources: ["module.events.aws_ssm_parameter.endpoint"],
    reason: "It tells services a host name and the URL of a queue, which open nothing: IAM decides who may call them.",
    until,
  },
  {
    checks: ["CKV_AWS_374"],
    resources: ["module.edge.aws_cloudfront_distribution.shop"],
    reason: "The shop sells to every country; what must be refused is a rule of the web ACL.",
    until,
  },
  {
    checks: ["CKV_AWS_305"],
    resources: ["module.edge.aws_cloudfront_distribution.shop"],
    reason: "The page at / comes from the web tier, not from a bucket that needs an object's name.",
    until,
  },
  {
    checks: ["CKV_AWS_259"],
    resources: ["module.edge.aws_cloudfront_response_headers_policy.security_headers"],
    reason:
      "Strict transport security is on for two years; being preloaded in browsers cannot be taken back, so the domain's owner decides it.",
    until,
  },
  {
    checks: ["CKV2_AWS_28"],
    resources: ["module.web.aws_lb.load_balancer"],
    reason: "Only CloudFront reaches it, behind its web ACL; a second one in the region is a choice that costs.",
    until,
  },
  {
    checks: ["CKV2_AWS_38"],
    resources: ["module.dns.aws_route53_zone.public"],
    reason:
      "DNSSEC needs a record at the registrar, who is not ours to apply; a mistake there takes the whole shop off the net.",
    until,
  },
  {
    checks: ["CKV2_AWS_57"],
    resources: [
      "module.dns.aws_secretsmanager_secret.origin_blue",
      "module.dns.aws_secretsmanager_secret.origin_green",
    ],
    reason:
      "There are two, current and previous, and an apply turns them over; a function would have to change CloudFront itself.",
    until,
  },

  // The database and functions.
  {
    checks: ["CKV_AWS_226"],
    resources: databaseInstances,
    reason: "The version is pinned, because a region is rebuilt from its snapshot in the version that its file says.",
    until,
  },
  {
    checks: ["CKV_AWS_272"],
    resources: ["module.events.aws_lambda_function.worker"],
    reason:
      "The code is in git and comes with the module, under the hash that the plan shows; nobody else may write to its bucket.",
    until,
  },
  {
    checks: ["CKV_AWS_50"],
    resources: ["module.events.aws_lambda_function.worker"],
    reason: "It has no other service to be traced through; its log tells what each event took.",
    until,
  },
  {
    checks: ["CKV_AWS_272"],
    resources: ["module.database.aws_lambda_function.preparation"],
    reason: "The code is in git and comes with the module, under the hash that the plan shows.",
    until,
  },
  {
    checks: ["CKV_AWS_50"],
    resources: ["module.database.aws_lambda_function.preparation"],
    reason: "It runs when a person calls it, and its answer and its log say what it did.",
    until,
  },
];
