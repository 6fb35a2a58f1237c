import { all, type Written } from "./module";

/** The certificates of a module that nobody hears of when they are not renewed, 30 days before they expire. */
export function unwatchedCertificates(module: Written, topicArn: string): string[] {
  const watched = all(module, "aws_cloudwatch_metric_alarm")
    .map(([, alarm]) => alarm)
    .filter((alarm) => alarm.metric_name === "DaysToExpiry" && alarm.namespace === "AWS/CertificateManager")
    .filter((alarm) => alarm.comparison_operator === "LessThanThreshold" && alarm.threshold === 30)
    .filter((alarm) => alarm.alarm_actions.includes(topicArn))
    .map((alarm) => alarm.dimensions.CertificateArn);
  return all(module, "aws_acm_certificate")
    .map(([name]) => name)
    .filter((name) => !watched.includes(`\${aws_acm_certificate.${name}.arn}`));
}
