import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { newRunId } from "../../dr/run-id";
import { runInputs } from "../../modules/core/run";
import { projectRoot } from "../../terraform/project-root";

/** Characters that names may have at the most, by type and argument: the limits of AWS's API references. */
const most: Readonly<Record<string, number>> = {
  "aws_accessanalyzer_analyzer.analyzer_name": 255,
  "aws_apigatewayv2_api.name": 128,
  "aws_autoscaling_group.name": 255,
  "aws_backup_plan.name": 50,
  "aws_backup_vault.name": 50,
  "aws_cloudfront_distribution.comment": 128,
  "aws_cloudfront_function.name": 64,
  "aws_cloudfront_origin_request_policy.name": 128,
  "aws_cloudfront_origin_access_control.name": 64,
  "aws_cloudfront_response_headers_policy.name": 128,
  "aws_cloudwatch_composite_alarm.alarm_name": 255,
  "aws_cloudwatch_dashboard.dashboard_name": 255,
  "aws_cloudwatch_event_rule.name": 64,
  "aws_cloudwatch_log_delivery_destination.name": 60,
  "aws_cloudwatch_log_delivery_source.name": 60,
  "aws_cloudwatch_log_group.name": 512,
  "aws_cloudwatch_log_resource_policy.policy_name": 255,
  "aws_cloudwatch_metric_alarm.alarm_name": 255,
  "aws_cognito_user_pool.name": 128,
  "aws_cognito_user_pool_domain.domain": 63,
  "aws_config_config_rule.name": 128,
  "aws_config_configuration_recorder.name": 256,
  "aws_config_delivery_channel.name": 256,
  "aws_db_event_subscription.name": 255,
  "aws_db_instance.final_snapshot_identifier": 255,
  "aws_db_instance.identifier": 63,
  "aws_db_parameter_group.name": 255,
  "aws_db_subnet_group.name": 255,
  "aws_elasticache_parameter_group.name": 255,
  "aws_elasticache_replication_group.replication_group_id": 40,
  "aws_elasticache_subnet_group.name": 255,
  "aws_elasticache_user.user_id": 40,
  "aws_elasticache_user.user_name": 120,
  "aws_elasticache_user_group.user_group_id": 40,
  "aws_iam_instance_profile.name": 128,
  "aws_iam_role.name": 64,
  "aws_iam_role_policy.name": 128,
  "aws_kinesis_firehose_delivery_stream.name": 64,
  "aws_lambda_function.function_name": 64,
  "aws_launch_template.name": 128,
  "aws_lb.name": 32,
  "aws_lb_target_group.name": 32,
  "aws_rds_cluster.cluster_identifier": 63,
  "aws_rds_cluster.final_snapshot_identifier": 255,
  "aws_rds_cluster_instance.identifier": 63,
  "aws_rds_cluster_parameter_group.name": 255,
  "aws_s3_bucket.bucket": 63,
  "aws_s3_bucket_logging.target_prefix": 1024,
  // Terraform adds 26 characters.
  "aws_secretsmanager_secret.name_prefix": 486,
  "aws_security_group.name": 255,
  "aws_sns_topic.name": 256,
  "aws_sqs_queue.name": 80,
  "aws_wafv2_web_acl.name": 128,
};

const folder = join(projectRoot, "__tests__/golden/modules");
type Resources = Record<string, Record<string, Record<string, unknown>>>;

/** `type.argument` and value of every name that a module gives by its run. */
const namesIn = (file: string): [string, string][] => {
  const { resource = {} }: { resource?: Resources } = JSON.parse(readFileSync(join(folder, file), "utf8"));
  return Object.entries(resource).flatMap(([type, all]) =>
    Object.values(all).flatMap((one) =>
      Object.entries(one).flatMap(([argument, value]): [string, string][] =>
        typeof value === "string" && value.startsWith("${var.name_prefix}") ? [[`${type}.${argument}`, value]] : [],
      ),
    ),
  );
};

const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".tf.json"))
  .flatMap(namesIn);

it("lets every name end within AWS's limits with the longest first part that a region or a run may have", () => {
  const longest = "a".repeat(runInputs.shape.namePrefix.maxLength ?? Number.NaN);
  const measured = names.map(([what, name]): [string, string] => [
    what,
    name
      .replaceAll("${var.name_prefix}", longest)
      .replaceAll("${local.account}", "111122223333")
      .replaceAll(/\$\{.*\}/g, "00"), // a generation, or a major version
  ]);
  expect(measured.filter(([what, name]) => name.length > (most[what] ?? 0))).toEqual([]);
});

it("gives a run an id that may be the first part of names", () => {
  expect(runInputs.shape.namePrefix.safeParse(newRunId(new Date())).success).toBe(true);
});
