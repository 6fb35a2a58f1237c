import type { ComponentId } from "./components";

/** What the pictures do with a resource of a type: it is drawn as a component, or is part of one, or is left out, and why. */
export type Decision = { readonly draw: ComponentId } | { readonly group: ComponentId } | { readonly leaveOut: string };

/** A decision for every tier, or one for each of several tiers, `else` for the others. */
type Decisions = Decision | (Readonly<Record<string, Decision>> & { readonly else: Decision });

const draw = (component: ComponentId): Decision => ({ draw: component });
const group = (component: ComponentId): Decision => ({ group: component });
const leaveOut = (reason: string): Decision => ({ leaveOut: reason });

/** Compute and load balancing are the same blocks in the web and the API tier. */
const computes = (how: (component: ComponentId) => Decision) => ({
  api: how("api"),
  events: group("worker"),
  else: how("web"),
});
const balances = (how: (component: ComponentId) => Decision) => ({ api: how("service"), else: how("entrance") });

const ofItsService = leaveOut("A role belongs to the service that takes it, which is drawn.");

/** The decision on every type of resource that the platform synthesizes. */
const decisions: Readonly<Record<string, Decisions>> = {
  aws_accessanalyzer_analyzer: draw("analyzer"),
  aws_acm_certificate: draw("certificates"),
  aws_acm_certificate_validation: group("certificates"),
  aws_acmpca_certificate: group("certificates"),
  aws_acmpca_certificate_authority: group("certificates"),
  aws_acmpca_certificate_authority_certificate: group("certificates"),
  aws_acmpca_permission: group("certificates"),
  aws_ami_copy: group("images"),
  aws_apigatewayv2_api: draw("intake"),
  aws_apigatewayv2_api_mapping: group("intake"),
  aws_apigatewayv2_authorizer: group("intake"),
  aws_apigatewayv2_domain_name: group("intake"),
  aws_apigatewayv2_integration: group("intake"),
  aws_apigatewayv2_route: group("intake"),
  aws_apigatewayv2_stage: group("intake"),
  aws_appautoscaling_policy: computes(group),
  aws_appautoscaling_target: computes(group),
  aws_autoscaling_group: computes(draw),
  aws_autoscaling_policy: computes(group),
  aws_backup_plan: draw("backups"),
  aws_backup_selection: group("backups"),
  aws_backup_vault: { copies: draw("copies"), else: draw("backups") },
  aws_backup_vault_lock_configuration: { copies: group("copies"), else: group("backups") },
  aws_backup_vault_notifications: { copies: group("copies"), else: group("backups") },
  aws_backup_vault_policy: { copies: group("copies"), else: group("backups") },
  aws_cloudfront_distribution: draw("cloudfront"),
  aws_cloudfront_function: group("cloudfront"),
  aws_cloudfront_origin_request_policy: group("cloudfront"),
  aws_cloudfront_origin_access_control: group("cloudfront"),
  aws_cloudfront_response_headers_policy: group("cloudfront"),
  aws_cloudtrail: draw("cloudtrail"),
  aws_cloudwatch_composite_alarm: draw("cloudwatch"),
  aws_cloudwatch_dashboard: draw("cloudwatch"),
  aws_cloudwatch_event_rule: leaveOut("What hears of events: the topic that it tells is drawn."),
  aws_cloudwatch_event_target: leaveOut("What hears of events: the topic that it tells is drawn."),
  aws_cloudwatch_log_delivery: group("cloudfront"),
  aws_cloudwatch_log_delivery_destination: group("cloudfront"),
  aws_cloudwatch_log_delivery_source: group("cloudfront"),
  aws_cloudwatch_log_group: { dns: group("route53"), else: group("archive") },
  aws_cloudwatch_log_resource_policy: { dns: group("route53"), else: group("archive") },
  aws_cloudwatch_log_subscription_filter: group("archive"),
  aws_cloudwatch_metric_alarm: draw("cloudwatch"),
  aws_cognito_user_pool: draw("identity"),
  aws_cognito_user_pool_client: group("identity"),
  aws_cognito_user_pool_domain: group("identity"),
  aws_config_config_rule: group("config"),
  aws_config_configuration_recorder: draw("config"),
  aws_config_configuration_recorder_status: group("config"),
  aws_config_delivery_channel: group("config"),
  aws_db_event_subscription: group("database"),
  aws_db_instance: draw("database"),
  aws_db_instance_automated_backups_replication: draw("replication"),
  aws_db_parameter_group: group("database"),
  aws_db_subnet_group: group("database"),
  aws_default_route_table: group("subnets"),
  aws_default_security_group: group("endpoints"),
  aws_drs_replication_configuration_template: draw("servers"),
  aws_dynamodb_table: group("states"),
  aws_backup_region_settings: leaveOut("A switch of the account in a region, with nothing of its own to see."),
  aws_ebs_encryption_by_default: leaveOut("A switch of the account in a region, with nothing of its own to see."),
  aws_ecr_lifecycle_policy: group("images"),
  aws_ecr_registry_scanning_configuration: group("images"),
  aws_ecr_replication_configuration: group("images"),
  aws_ecr_repository: draw("images"),
  aws_ecs_cluster: computes(group),
  aws_ecs_cluster_capacity_providers: computes(group),
  aws_ecs_service: computes(draw),
  aws_ecs_task_definition: computes(group),
  aws_egress_only_internet_gateway: draw("nat"),
  aws_eip: group("nat"),
  aws_elasticache_parameter_group: group("cache"),
  aws_elasticache_replication_group: draw("cache"),
  aws_elasticache_subnet_group: group("cache"),
  aws_elasticache_user: group("cache"),
  aws_elasticache_user_group: group("cache"),
  aws_flow_log: group("archive"),
  aws_guardduty_detector: draw("guardduty"),
  aws_guardduty_detector_feature: group("guardduty"),
  aws_iam_account_password_policy: group("permissions"),
  aws_iam_instance_profile: ofItsService,
  aws_iam_openid_connect_provider: group("permissions"),
  aws_iam_policy: { account: group("permissions"), else: ofItsService },
  aws_iam_role: { account: draw("permissions"), else: ofItsService },
  aws_iam_role_policy: { account: group("permissions"), else: ofItsService },
  aws_iam_role_policy_attachment: { account: group("permissions"), else: ofItsService },
  aws_iam_service_linked_role: group("permissions"),
  aws_internet_gateway: draw("vpc"),
  aws_kinesis_firehose_delivery_stream: draw("archive"),
  aws_kms_alias: { standby: group("standby"), else: group("keys") },
  aws_kms_key: { standby: draw("standby"), else: draw("keys") },
  aws_lambda_event_source_mapping: group("worker"),
  aws_lambda_function: { ...computes(draw), events: draw("worker"), database: group("database") },
  aws_lambda_permission: computes(group),
  aws_launch_template: computes(group),
  aws_lb: balances(draw),
  aws_lb_listener: balances(group),
  aws_lb_listener_certificate: balances(group),
  aws_lb_listener_rule: balances(group),
  aws_lb_target_group: balances(group),
  aws_lb_target_group_attachment: balances(group),
  aws_nat_gateway: draw("nat"),
  aws_network_acl: group("subnets"),
  aws_rds_cluster: draw("database"),
  aws_rds_cluster_instance: draw("database"),
  aws_rds_cluster_parameter_group: group("database"),
  aws_rds_global_cluster: group("database"),
  aws_route_table: group("subnets"),
  aws_route_table_association: group("subnets"),
  aws_route53_health_check: draw("route53"),
  aws_route53_query_log: group("route53"),
  aws_route53_record: {
    web: group("entrance"),
    api: group("service"),
    events: group("intake"),
    else: group("route53"),
  },
  aws_route53_zone: { network: group("vpc"), else: draw("route53") },
  ...Object.fromEntries(
    [
      ...["aws_s3_bucket_lifecycle_configuration", "aws_s3_bucket_logging", "aws_s3_bucket_object_lock_configuration"],
      ...["aws_s3_bucket_ownership_controls", "aws_s3_bucket_policy", "aws_s3_bucket_public_access_block"],
      ...["aws_s3_bucket_server_side_encryption_configuration", "aws_s3_bucket_versioning", "aws_s3_object"],
    ].map((type) => [
      type,
      { state: group("states"), events: group("worker"), failover: group("cloudfront"), else: group("logBuckets") },
    ]),
  ),
  aws_s3_bucket: {
    state: draw("states"),
    events: group("worker"),
    failover: group("cloudfront"),
    else: draw("logBuckets"),
  },
  aws_secretsmanager_secret: draw("secrets"),
  aws_secretsmanager_secret_version: group("secrets"),
  aws_security_group: group("endpoints"),
  aws_shield_protection: group("shield"),
  aws_shield_subscription: draw("shield"),
  aws_sns_topic: draw("topics"),
  aws_sns_topic_policy: group("topics"),
  aws_sns_topic_subscription: group("topics"),
  aws_sqs_queue: draw("worker"),
  aws_ssm_parameter: {
    api: group("certificates"),
    cache: group("cache"),
    events: group("intake"),
    identity: group("identity"),
    else: group("images"),
  },
  aws_subnet: draw("zones"),
  aws_vpc: draw("vpc"),
  aws_vpc_endpoint: draw("endpoints"),
  aws_vpc_security_group_egress_rule: group("endpoints"),
  aws_vpc_security_group_ingress_rule: group("endpoints"),
  aws_wafv2_ip_set: group("waf"),
  aws_wafv2_web_acl: draw("waf"),
  aws_wafv2_web_acl_association: group("waf"),
  aws_wafv2_web_acl_logging_configuration: group("waf"),
};

/** Every type that somebody has decided on. */
export const decidedTypes: readonly string[] = Object.keys(decisions);

/** What is decided on a type in a tier; undefined where nobody has decided yet. */
export function decisionOn(type: string, tier: string): Decision | undefined {
  const found = decisions[type];
  if (found === undefined || !("else" in found)) return found;
  return found[tier] ?? found.else;
}
