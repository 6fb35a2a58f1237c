import type { Exceptions } from "./exception";
import { alternativeLogGroups, databaseInstances, logBuckets, regionLogGroups } from "./resources";

/** What was weighed once is weighed again. */
const until = "2027-05-31";

/** What checkov is right about, and we decided otherwise. */
export const decided: readonly Exceptions[] = [
  // Buckets.
  {
    checks: ["CKV_AWS_144"],
    resources: logBuckets,
    alternatives: ["module.network.aws_s3_bucket.flow_log_logs_bucket"],
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
    alternatives: ["module.files.aws_s3_bucket.files_bucket", "module.network.aws_s3_bucket.flow_log_logs_bucket"],
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
    alternatives: [...alternativeLogGroups, "module.api.aws_cloudwatch_log_group.tasks_insights"],
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
    alternatives: ["module.cache.aws_ssm_parameter.endpoint", "module.identity.aws_ssm_parameter.endpoint"],
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
    alternatives: ["module.database.aws_db_instance.orders"],
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

  // What only alternatives have.
  {
    checks: ["CKV_AWS_144"],
    alternatives: ["module.files.aws_s3_bucket.files_bucket"],
    reason: "There is one in two regions, and whoever builds the pages fills both: a copy would spread a mistake, too.",
    until,
  },
  {
    checks: ["CKV_AWS_145"],
    alternatives: ["module.files.aws_s3_bucket.files_bucket"],
    reason:
      "Its files are for everybody: a key of its own would only be one more thing that keeps them from being shown.",
    until,
  },
  {
    checks: ["CKV_AWS_18"],
    alternatives: ["module.files.aws_s3_bucket.files_bucket"],
    reason: "Only CloudFront reads it, which logs who asked; the one in the state region has a log of its own besides.",
    until,
  },
  {
    checks: ["CKV_AWS_18"],
    alternatives: ["module.network.aws_s3_bucket.flow_log_logs_bucket"],
    reason: "The network is made before the tier that has the bucket of access logs, so none can take its log.",
    until,
  },
  {
    checks: ["CKV2_AWS_34"],
    alternatives: [
      "module.api.aws_ssm_parameter.authority_parameter",
      "module.delivery.aws_ssm_parameter.shop_api_image_parameter",
      "module.delivery.aws_ssm_parameter.shop_web_image_parameter",
    ],
    reason: "It tells a certificate that is for everybody, or the id of an image: nothing that opens anything.",
    until,
  },
  {
    checks: ["CKV2_AWS_57"],
    alternatives: [
      "module.secrets.aws_secretsmanager_secret.mail_login",
      "module.secrets.aws_secretsmanager_secret.payment_key",
    ],
    reason: "People set them, and change them where they come from: at the provider of payments or mail.",
    until,
  },
  {
    checks: ["CKV2_AWS_57"],
    alternatives: ["module.database.aws_secretsmanager_secret.login"],
    reason:
      "An apply with another masterPasswordVersion changes it together with the database, in every region of that.",
    until,
  },
  {
    checks: ["CKV_AWS_272"],
    alternatives: ["module.api.aws_lambda_function.function_code", "module.web.aws_lambda_function.function_code"],
    reason: "Its code is an image, which Lambda's code signing does not know; its repository takes no tag twice.",
    until,
  },
  {
    checks: ["CKV_AWS_341"],
    alternatives: ["module.api.aws_launch_template.fleet_template", "module.web.aws_launch_template.fleet_template"],
    reason: "The service runs in a container there, which is one hop further away than the instance.",
    until,
  },
];
