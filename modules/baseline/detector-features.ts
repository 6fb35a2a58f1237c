/** What a detector can watch beyond its foundation. https://docs.aws.amazon.com/guardduty/latest/ug/guardduty-features-activation-model.html */
export const detectorFeatures = [
  "S3_DATA_EVENTS",
  "EKS_AUDIT_LOGS",
  "EBS_MALWARE_PROTECTION",
  "RDS_LOGIN_EVENTS",
  "LAMBDA_NETWORK_LOGS",
] as const;

export type DetectorFeature = (typeof detectorFeatures)[number];
