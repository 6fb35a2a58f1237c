/** A resource type that tiers can make and that no drill on the local AWS makes, and why. At most five. */
export interface NotExercised {
  readonly type: string;
  readonly reason: string;
}

export const notExercised: readonly NotExercised[] = [
  {
    type: "aws_shield_subscription",
    reason: "Shield Advanced is off by default: it costs 3,000 USD a month, and AWS has no call that ends it.",
  },
  {
    type: "aws_shield_protection",
    reason: "A protection needs the subscription to Shield Advanced, which is off by default.",
  },
  {
    type: "aws_db_instance_automated_backups_replication",
    reason: "Replication is of an RDS instance that runs in the source; by default the database is an Aurora cluster.",
  },
  {
    type: "aws_rds_global_cluster",
    reason: "A global database is between two live regions, and a drill stands up one.",
  },
  {
    type: "aws_drs_replication_configuration_template",
    reason: "Elastic Disaster Recovery is off by default, and the local AWS has none.",
  },
];
