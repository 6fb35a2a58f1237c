import { GuarddutyDetector } from "@cdktf/provider-aws/lib/guardduty-detector";
import { GuarddutyDetectorFeature } from "@cdktf/provider-aws/lib/guardduty-detector-feature";
import type { Construct } from "constructs";
import { alertOn } from "../blocks/alerts/events";
import type { LateNumber } from "../core/late";
import { type DetectorFeature, detectorFeatures } from "./detector-features";

interface DetectorOptions {
  readonly namePrefix: string;
  readonly features: readonly DetectorFeature[];
  readonly severity: LateNumber;
  readonly topicArn: string;
}

/** GuardDuty: its detector with what it watches, and its findings as alerts, each with what a reader needs to begin. */
export function detector(scope: Construct, { namePrefix, features, severity, topicArn }: DetectorOptions): void {
  const made = new GuarddutyDetector(scope, "detector", {
    enable: true,
    findingPublishingFrequency: "FIFTEEN_MINUTES",
  });
  for (const name of detectorFeatures) {
    new GuarddutyDetectorFeature(scope, `detector-${name.toLowerCase().replaceAll("_", "-")}`, {
      detectorId: made.id,
      name,
      status: features.includes(name) ? "ENABLED" : "DISABLED",
    });
  }

  alertOn(scope, "findings", {
    name: `${namePrefix}-findings`,
    topicArn,
    description: "GuardDuty findings that need attention",
    pattern: {
      source: ["aws.guardduty"],
      "detail-type": ["GuardDuty Finding"],
      detail: { severity: [{ numeric: [">=", severity] }] },
    },
    read: {
      account: "$.account",
      description: "$.detail.description",
      id: "$.detail.id",
      region: "$.region",
      severity: "$.detail.severity",
      type: "$.detail.type",
    },
    text: "GuardDuty, severity <severity>, in <region> of <account>: <type>. <description> https://<region>.console.aws.amazon.com/guardduty/home?region=<region>#/findings?fId=<id>",
  });
}
