import { defineExceptions } from "./exception";

const nextReview = "2027-06-30";

/** What checkov finds and we leave as it is, each for a reason and until a day. */
export const exceptions = defineExceptions([
  // A plan does not know the ARN of a key that is made with it; checkov takes what it does not know for nothing.
  {
    check: "CKV_AWS_158",
    resource: "module.*.aws_cloudwatch_log_group.*",
    reason: "The key is made in the same plan; that every log group has one of ours is a promise that the tests keep.",
    until: nextReview,
  },
  {
    check: "CKV_AWS_327",
    resource: "module.database.aws_rds_cluster.orders",
    reason: "The key is made in the same plan; the tests of the database, and the drill's check, hold the key up.",
    until: nextReview,
  },
  {
    check: "CKV_AWS_354",
    resource: "module.database.aws_rds_cluster_instance.*",
    reason: "The key is made in the same plan; the tests of the database promise the key of Performance Insights.",
    until: nextReview,
  },
  {
    check: "CKV2_AWS_5",
    resource: "module.network.aws_security_group.*",
    reason:
      "Tiers meet at groups that the network owns; each is attached in a module of its own, where checkov does not look.",
    until: nextReview,
  },
  {
    check: "CKV2_AWS_47",
    resource: "module.edge.aws_cloudfront_distribution.shop",
    reason: "The web ACL has AWSManagedRulesKnownBadInputsRuleSet, which knows Log4j; checkov does not follow its ARN.",
    until: nextReview,
  },
  {
    check: "CKV2_AWS_3",
    resource: "module.baseline.aws_guardduty_detector.detector",
    reason:
      "The detector is on in each region that the account uses; checkov wants an organisation, which there is none of.",
    until: nextReview,
  },

  // Policies that are wide because of what they are for.
  ...["CKV_AWS_286", "CKV_AWS_287", "CKV_AWS_288", "CKV_AWS_289", "CKV_AWS_290", "CKV_AWS_355"].map((check) => ({
    check,
    resource: "module.account.aws_iam_policy.boundary",
    reason:
      "A boundary allows nothing by itself: it is what no role may go beyond, so it is wider than any role's policy.",
    until: nextReview,
  })),
  ...["apply_policy", "drill_policy"].map((role) => ({
    check: "CKV_AWS_355",
    resource: `module.account.aws_iam_role_policy.${role}`,
    reason:
      "Who applies Terraform makes roles whose names are not known yet; the boundary's condition bounds what they may.",
    until: nextReview,
  })),

  // Buckets.
  {
    check: "CKV_AWS_144",
    resource: "module.*.aws_s3_bucket.*",
    reason:
      "Logs, states and code of one region stay there: states are bound to it, code comes from git, logs stay where the law wants them.",
    until: nextReview,
  },
  {
    check: "CKV2_AWS_62",
    resource: "module.*.aws_s3_bucket.*",
    reason: "Nobody waits for an object in these buckets; what is done to them is in the audit trail.",
    until: nextReview,
  },
  {
    check: "CKV_AWS_18",
    resource: "module.*.aws_s3_bucket.*",
    reason:
      "A bucket of access logs cannot log itself; the other ones' calls are in the audit trail, not in a second log.",
    until: nextReview,
  },
  ...["module.audit.aws_s3_bucket.access_logs_bucket", "module.logs.aws_s3_bucket.access_logs_bucket"].map(
    (resource) => ({
      check: "CKV_AWS_145",
      resource,
      reason: "AWS delivers access logs into buckets with SSE-S3 only: it cannot use a customer's key.",
      until: nextReview,
    }),
  ),
  {
    check: "CKV2_AWS_61",
    resource: "module.state.aws_s3_bucket.states_bucket",
    reason: "States never expire, old versions included: they are the way back from a broken one (decision 0005).",
    until: nextReview,
  },
  {
    check: "CKV2_AWS_61",
    resource: "module.events.aws_s3_bucket.code_bucket",
    reason:
      "It holds the one archive that the function is made from, which must not expire while the function is there.",
    until: nextReview,
  },

  // Logs.
  {
    check: "CKV_AWS_338",
    resource: "module.*.aws_cloudwatch_log_group.*",
    reason: "Logs are at hand for a quarter, and kept for long at a price that is bearable in S3, not in CloudWatch.",
    until: nextReview,
  },
  {
    check: "CKV_AWS_91",
    resource: "module.api.aws_lb.load_balancer",
    reason: "A network load balancer logs TLS connections only, without requests; the flow log tells as much.",
    until: nextReview,
  },
  {
    check: "CKV_AWS_86",
    resource: "module.edge.aws_cloudfront_distribution.shop",
    reason:
      "Its access logs go to S3 by CloudWatch's log delivery, which needs no ACL on the bucket; checkov knows the old way.",
    until: nextReview,
  },
  ...["CKV_AWS_252", "CKV2_AWS_10"].map((check) => ({
    check,
    resource: "module.audit.aws_cloudtrail.trail",
    reason:
      "GuardDuty reads the trail's events and raises the alarm; a copy in CloudWatch would cost as much as the trail again.",
    until: nextReview,
  })),

  // The edge and what is behind it.
  {
    check: "CKV_AWS_374",
    resource: "module.edge.aws_cloudfront_distribution.shop",
    reason: "The shop sells to every country; what must be refused is a rule of the web ACL.",
    until: nextReview,
  },
  {
    check: "CKV_AWS_305",
    resource: "module.edge.aws_cloudfront_distribution.shop",
    reason: "The page at / comes from the web tier, not from a bucket that needs an object's name.",
    until: nextReview,
  },
  {
    check: "CKV_AWS_259",
    resource: "module.edge.aws_cloudfront_response_headers_policy.security_headers",
    reason:
      "Strict transport security is on for two years; being preloaded in browsers cannot be taken back, so the domain's owner decides it.",
    until: nextReview,
  },
  {
    check: "CKV2_AWS_28",
    resource: "module.web.aws_lb.load_balancer",
    reason: "Only CloudFront reaches it, behind its web ACL; a second one in the region is a choice that costs.",
    until: nextReview,
  },
  {
    check: "CKV2_AWS_38",
    resource: "module.dns.aws_route53_zone.public",
    reason:
      "DNSSEC needs a record at the registrar, who is not ours to apply; a mistake there takes the whole shop off the net.",
    until: nextReview,
  },
  ...["origin_blue", "origin_green"].map((secret) => ({
    check: "CKV2_AWS_57",
    resource: `module.dns.aws_secretsmanager_secret.${secret}`,
    reason:
      "There are two, current and previous, and an apply turns them over; a function would have to change CloudFront itself.",
    until: nextReview,
  })),

  // The database and functions.
  {
    check: "CKV_AWS_226",
    resource: "module.database.aws_rds_cluster_instance.*",
    reason: "The version is pinned, because a region is rebuilt from its snapshot in the version that its file says.",
    until: nextReview,
  },
  {
    check: "CKV2_AWS_8",
    resource: "module.database.aws_rds_cluster.orders",
    reason: "Backup selects by tag, and Aurora keeps backups of its own for any moment of the last two weeks.",
    until: nextReview,
  },
  {
    check: "CKV_AWS_116",
    resource: "module.events.aws_lambda_function.worker",
    reason:
      "It is asked by a queue, and what it fails on goes to that queue's dead-letter queue; its own is for calls without a queue.",
    until: nextReview,
  },
  {
    check: "CKV_AWS_272",
    resource: "module.events.aws_lambda_function.worker",
    reason:
      "The code is in git and comes with the module, under the hash that the plan shows; nobody else may write to its bucket.",
    until: nextReview,
  },
  {
    check: "CKV_AWS_50",
    resource: "module.events.aws_lambda_function.worker",
    reason: "It has no other service to be traced through; its log tells what each event took.",
    until: nextReview,
  },
]);
