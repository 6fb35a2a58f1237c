/** The services that publish to the alert topic: alarms, EventBridge rules, RDS events. */
export const alertSources = ["cloudwatch.amazonaws.com", "events.amazonaws.com", "events.rds.amazonaws.com"];
