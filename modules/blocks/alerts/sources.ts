/** The services that publish to the alert topic and say for which account: alarms, RDS events, failed copies of backups. */
export const alertSources = ["backup.amazonaws.com", "cloudwatch.amazonaws.com", "events.rds.amazonaws.com"];

/**
 * EventBridge, which does not say it: a condition on the account would drop every event of its rules.
 *
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sns-permissions
 */
export const eventBridge = "events.amazonaws.com";
