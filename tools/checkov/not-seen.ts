import type { Exceptions } from "./exception";
import { accessLogBuckets, alternativeLogGroups, databaseInstances, regionLogGroups } from "./resources";

/** A newer checkov, or AWS, may have changed it by then. */
const until = "2027-10-31";

const plannedToGo =
  "It is planned as what a test destroys; that it is protected otherwise is a promise that the tests keep.";

/** What checkov takes for a problem because it does not see all, or because AWS itself has it so. */
export const notSeen: readonly Exceptions[] = [
  // A plan does not know the ARN of a key that is made with it; checkov takes what it does not know for nothing.
  {
    checks: ["CKV_AWS_158"],
    resources: regionLogGroups,
    alternatives: alternativeLogGroups,
    reason: "The key is made in the same plan; that every log group has one of ours is a promise that the tests keep.",
    until,
  },
  {
    checks: ["CKV_AWS_327"],
    resources: ["module.database.aws_rds_cluster.orders"],
    reason: "The key is made in the same plan; the tests of the database, and the drill's check, hold the key up.",
    until,
  },
  {
    checks: ["CKV_AWS_354"],
    resources: databaseInstances,
    alternatives: ["module.database.aws_db_instance.orders"],
    reason: "The key is made in the same plan; the tests of the database promise the key of Performance Insights.",
    until,
  },
  {
    checks: ["CKV_AWS_173"],
    resources: ["module.database.aws_lambda_function.preparation"],
    reason: "The key is made in the same plan; the tests of the database promise the key of the function's variables.",
    until,
  },
  {
    checks: ["CKV2_AWS_5"],
    resources: [
      "module.network.aws_security_group.api",
      "module.network.aws_security_group.api_entrance",
      "module.network.aws_security_group.database",
      "module.network.aws_security_group.entrance",
      "module.network.aws_security_group.entrance_health",
      "module.network.aws_security_group.entrance_redirect",
      "module.network.aws_security_group.events",
      "module.network.aws_security_group.preparation",
      "module.network.aws_security_group.web",
    ],
    alternatives: ["module.network.aws_security_group.cache"],
    reason:
      "Tiers meet at groups that the network owns; each is attached in a module of its own, where checkov does not look.",
    until,
  },
  {
    checks: ["CKV2_AWS_47"],
    resources: ["module.edge.aws_cloudfront_distribution.shop"],
    reason: "The web ACL has AWSManagedRulesKnownBadInputsRuleSet, which knows Log4j; checkov does not follow its ARN.",
    until,
  },
  {
    checks: ["CKV_AWS_86"],
    resources: ["module.edge.aws_cloudfront_distribution.shop"],
    reason:
      "Its access logs go to S3 by CloudWatch's log delivery, which needs no ACL on the bucket; checkov knows the old way.",
    until,
  },
  {
    checks: ["CKV2_AWS_3"],
    resources: ["module.baseline.aws_guardduty_detector.detector"],
    reason:
      "The detector is on in each region that the account uses; checkov wants an organisation, which there is none of.",
    until,
  },
  {
    checks: ["CKV2_AWS_8"],
    resources: ["module.database.aws_rds_cluster.orders"],
    reason:
      "The plan of the backup tier selects the database by its ARN, in a module of its own; Aurora also keeps two weeks itself.",
    until,
  },
  {
    checks: ["CKV_AWS_116"],
    resources: ["module.events.aws_lambda_function.worker"],
    reason:
      "It is asked by a queue, and what it fails on goes to that queue's dead-letter queue; its own is for calls without a queue.",
    until,
  },
  {
    checks: ["CKV_AWS_116"],
    resources: ["module.database.aws_lambda_function.preparation"],
    reason: "Who calls it waits for its answer; a dead-letter queue is for calls that nobody waits for.",
    until,
  },
  {
    checks: ["CKV_AWS_145"],
    resources: accessLogBuckets,
    reason: "AWS delivers access logs into buckets with SSE-S3 only: it cannot use a customer's key.",
    until,
  },
  {
    checks: ["CKV_AWS_18"],
    resources: accessLogBuckets,
    reason: "A bucket of access logs cannot log itself: each log would be one more access to log.",
    until,
  },

  // What a boundary and an apply are for makes them wide.
  {
    checks: ["CKV_AWS_286", "CKV_AWS_287", "CKV_AWS_288", "CKV_AWS_289", "CKV_AWS_290", "CKV_AWS_355"],
    resources: ["module.account.aws_iam_policy.boundary"],
    reason:
      "A boundary allows nothing by itself: it is what no role may go beyond, so it is wider than any role's policy.",
    until,
  },
  {
    checks: ["CKV_AWS_289", "CKV_AWS_290", "CKV_AWS_355"],
    resources: ["module.account.aws_iam_policy.making", "module.account.aws_iam_policy.changing"],
    reason:
      "Who applies Terraform makes and changes things whose names are not known yet. What destroys, shares or reads data, and roles of others, are denied beside it.",
    until,
  },
  {
    checks: ["CKV_AWS_286"],
    resources: ["module.account.aws_iam_policy.changing"],
    reason:
      "Who applies a service's new code decides what runs with its role, which stays within the boundary: docs/threats.md says so.",
    until,
  },
  {
    checks: ["CKV_AWS_355"],
    resources: ["module.account.aws_iam_policy.reading", "module.account.aws_iam_policy.sweeping"],
    reason: "How things are set up is read of all of them; none of it is what they hold.",
    until,
  },
  {
    checks: ["CKV_AWS_289", "CKV_AWS_290", "CKV_AWS_355"],
    resources: ["module.account.aws_iam_role_policy.drill_policy"],
    reason: "The same policy denies to delete what does not carry the tag of a run, whatever its name.",
    until,
  },

  // What only alternatives have, or the way they are planned: each before all that it needs is there, and without protection.
  {
    checks: ["CKV_AWS_139"],
    alternatives: ["module.database.aws_rds_cluster.orders"],
    reason: plannedToGo,
    until,
  },
  {
    checks: ["CKV_AWS_150"],
    alternatives: [
      "module.api.aws_lb.load_balancer",
      "module.api.aws_lb.load_balancer_lambda",
      "module.web.aws_lb.load_balancer",
    ],
    reason: plannedToGo,
    until,
  },
  {
    checks: ["CKV_AWS_293"],
    alternatives: ["module.database.aws_db_instance.orders"],
    reason: plannedToGo,
    until,
  },
  {
    checks: ["CKV_AWS_153"],
    alternatives: ["module.api.aws_autoscaling_group.fleet_group", "module.web.aws_autoscaling_group.fleet_group"],
    reason: "Its tags come from the provider, which is asked for them only once the modules before are there.",
    until,
  },
  {
    checks: ["CKV2_AWS_42"],
    alternatives: ["module.edge.aws_cloudfront_distribution.shop"],
    reason: "Its certificate is made in the same plan, and its ARN is known after the apply.",
    until,
  },
  {
    checks: ["CKV2_AWS_76"],
    alternatives: ["module.web.aws_lb.load_balancer"],
    reason: "The web ACL has AWSManagedRulesKnownBadInputsRuleSet, which knows Log4j; checkov does not follow its ARN.",
    until,
  },
  {
    checks: ["CKV2_AWS_48"],
    alternatives: ["module.baseline.aws_config_configuration_recorder.recorder"],
    reason: "Types of the whole account are recorded in one region only, or each would be recorded once a region.",
    until,
  },
  {
    checks: ["CKV2_AWS_19"],
    alternatives: ["module.standby.aws_eip.nat_a_address"],
    reason: "It is kept for the NAT gateway of a recovery, so that allow-lists know it before a loss.",
    until,
  },
  {
    checks: ["CKV_AWS_116"],
    alternatives: ["module.api.aws_lambda_function.function_code", "module.web.aws_lambda_function.function_code"],
    reason:
      "A load balancer calls it and waits for its answer; a dead-letter queue is for calls that nobody waits for.",
    until,
  },
  {
    checks: ["CKV_AWS_173"],
    alternatives: ["module.api.aws_lambda_function.function_code"],
    reason: "Its key is made in the same plan; the tests of the blocks promise the key of a function's variables.",
    until,
  },
];
