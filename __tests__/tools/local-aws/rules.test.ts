import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../../terraform/project-root";

const itself = "moto itself";

/** AWS's own rules, and which fix of ours refuses what breaks them; what moto refuses by itself is tested as its own. */
const rules: [rule: string, refusedBy: string][] = [
  ["load balancers log into a bucket with SSE-S3 that admits them", "elbv2_access_log_bucket_admits_delivery"],
  ["S3 logs access into a bucket with SSE-S3 that admits it", "s3_access_log_bucket_admits_delivery"],
  ["a key policy names principals that exist", "kms_key_policy_names_existing_principals"],
  ["encrypted volumes need a key that admits Auto Scaling's role", "autoscaling_volume_key_admits_the_service_role"],
  ["a function's image is of a repository that admits Lambda", "lambda_image_is_of_a_repository_that_admits_it"],
  ["alarms notify topics of their own region", "cloudwatch_alarm_notifies_a_topic_of_its_region"],
  ["query logs lie in us-east-1, where a policy admits Route 53", "route53_query_log_is_admitted_to_its_group"],
  ["an alias within a zone leads to a record of it", "route53_alias_leads_to_a_record_of_its_zone"],
  ["firewall logs are named aws-waf-logs-, CloudFront's in us-east-1", "wafv2_logs_have_a_destination_of_that_name"],
  ["a load balancer's name has 32 characters", "elbv2_load_balancer_has_a_valid_name"],
  ["a target group's name has 32 characters", itself],
  ["a role's name has 64 characters", "iam_role_name_has_64_characters_at_most"],
  ["a key that copies need exists in their region", "rds_cluster_key_exists_in_its_region"],
  ["a snapshot under AWS's own key is not shared", "rds_snapshot_under_the_aws_managed_key_is_not_shared"],
  ["Serverless v2 has versions, half units and db.serverless", "rds_serverless_v2_has_versions_and_half_units"],
  ["the Data API is there in some versions", "rds_data_api_is_of_some_versions"],
  ["a global database's password is not managed", "rds_managed_password_and_global_cluster_exclude_each_other"],
  ["a role's name is there once", itself],
  ["a region has one detector", "guardduty_region_has_one_detector"],
  ["a region has five trails", "cloudtrail_region_has_five_trails"],
  ["a security group has 60 rules", "ec2_security_group_has_a_quota_of_rules"],
  ["a network ACL has 20 entries", "ec2_network_acl_has_a_quota_of_entries"],
  ["a managed policy has 6,144 characters", "iam_managed_policy_has_a_quota_of_characters"],
  ["a role's inline policies have 10,240 characters", "iam_policies_of_a_role_have_a_quota_of_characters"],
  ["a key policy has 32 KB", "kms_key_policy_has_a_quota_of_bytes"],
  ["a bucket policy has 20 KB", "s3_bucket_policy_has_a_quota_of_bytes"],
  ["an address that a NAT gateway has stays", "ec2_associated_address_is_not_released"],
  ["an access control that a distribution has stays", "cloudfront_origin_access_control_is_sound_and_stays_while_used"],
  ["a protected load balancer stays", "elbv2_protected_load_balancer_stays"],
  ["a protected database stays", itself],
  ["a protected table stays", itself],
  ["a database goes with a final snapshot unless told otherwise", itself],
  ["a final snapshot has a free name", "rds_deletion_wants_a_free_name_for_the_final_snapshot"],
  ["a bucket that is not empty stays", itself],
  ["a key waits 7 to 30 days", "kms_deleted_key_waits_7_to_30_days"],
  ["a secret waits 7 to 30 days unless forced", itself],
  ["a secret that waits keeps its name", "secretsmanager_name_is_taken_until_the_secret_is_gone"],
];

const tests = join(__dirname, "moto");
const tested = readdirSync(tests)
  .filter((file) => /^test_.*\.py$/.test(file))
  .map((file) => readFileSync(join(tests, file), "utf8"))
  .join("\n");

it.each(rules)("%s: %s refuses what breaks that, and is tested", (rule, refusedBy) => {
  if (refusedBy === itself) {
    const words = rule.replaceAll(" ", "_");
    return expect(tested).toContain(`def test_${words.replaceAll("'s_name", "").replaceAll("'", "")}`);
  }
  expect(existsSync(join(projectRoot, "tools/local-aws/moto/fixes", `${refusedBy}.py`))).toBe(true);
  expect(tested).toContain(`FIX = "${refusedBy}"`);
});
