import { ConfigConfigRule } from "@cdktf/provider-aws/lib/config-config-rule";
import { ConfigConfigurationRecorder } from "@cdktf/provider-aws/lib/config-configuration-recorder";
import { ConfigConfigurationRecorderStatus } from "@cdktf/provider-aws/lib/config-configuration-recorder-status";
import { ConfigDeliveryChannel } from "@cdktf/provider-aws/lib/config-delivery-channel";
import type { Construct } from "constructs";
import { recorderName } from "./contract";

interface RecorderOptions {
  readonly namePrefix: string;
  readonly roleArn: string;
  readonly bucketName: string;
  readonly recordsGlobalTypes: boolean;
  readonly frequency: string;
  readonly rules: readonly string[];
}

/** AWS Config: a recorder of every resource, its delivery into the audit bucket, and the rules that it checks. */
export function recorder(
  scope: Construct,
  { namePrefix, roleArn, bucketName, recordsGlobalTypes, frequency, rules }: RecorderOptions,
): void {
  const made = new ConfigConfigurationRecorder(scope, "recorder", {
    name: recorderName(namePrefix),
    roleArn,
    recordingGroup: { allSupported: true, includeGlobalResourceTypes: recordsGlobalTypes },
    recordingMode: { recordingFrequency: frequency },
  });
  const channel = new ConfigDeliveryChannel(scope, "recorder-channel", {
    name: recorderName(namePrefix),
    s3BucketName: bucketName,
    snapshotDeliveryProperties: { deliveryFrequency: "TwentyFour_Hours" },
    dependsOn: [made],
  });
  const running = new ConfigConfigurationRecorderStatus(scope, "recorder-status", {
    name: made.name,
    isEnabled: true,
    dependsOn: [channel],
  });
  for (const rule of rules) {
    const words = rule.toLowerCase().replaceAll("_", "-");
    new ConfigConfigRule(scope, `rule-${words}`, {
      name: `${namePrefix}-${words}`,
      source: { owner: "AWS", sourceIdentifier: rule },
      dependsOn: [running],
    });
  }
}
