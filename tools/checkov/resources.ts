/** Log groups of a region's own tiers, by address, as a default region has them. */
export const regionLogGroups = [
  "module.api.aws_cloudwatch_log_group.log",
  "module.database.aws_cloudwatch_log_group.log",
  "module.database.aws_cloudwatch_log_group.preparation_log",
  "module.events.aws_cloudwatch_log_group.intake_log",
  "module.events.aws_cloudwatch_log_group.worker_log",
  "module.network.aws_cloudwatch_log_group.flow_log_group",
  "module.web.aws_cloudwatch_log_group.log",
];

/** Instances of a default region's database. */
export const databaseInstances = [
  "module.database.aws_rds_cluster_instance.instance_1",
  "module.database.aws_rds_cluster_instance.instance_2",
  "module.database.aws_rds_cluster_instance.instance_3",
];

/** Buckets of access logs. */
export const accessLogBuckets = [
  "module.audit.aws_s3_bucket.access_logs_bucket",
  "module.logs.aws_s3_bucket.access_logs_bucket",
];

/** Every bucket of logs. */
export const logBuckets = [
  ...accessLogBuckets,
  "module.audit.aws_s3_bucket.audit_bucket",
  "module.audit.aws_s3_bucket.config_bucket",
  "module.audit.aws_s3_bucket.edge_logs_bucket",
  "module.audit.aws_s3_bucket.waf_logs_bucket",
  "module.logs.aws_s3_bucket.archive_bucket",
];

/** Log groups that only alternatives of a region have. */
export const alternativeLogGroups = [
  "module.cache.aws_cloudwatch_log_group.log",
  "module.web.aws_cloudwatch_log_group.firewall_log_group",
  "module.web.aws_cloudwatch_log_group.tasks_insights",
];
