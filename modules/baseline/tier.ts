import { AccessanalyzerAnalyzer } from "@cdktf/provider-aws/lib/accessanalyzer-analyzer";
import { BackupRegionSettings } from "@cdktf/provider-aws/lib/backup-region-settings";
import { EbsEncryptionByDefault } from "@cdktf/provider-aws/lib/ebs-encryption-by-default";
import { Construct } from "constructs";
import { alertTopic } from "../blocks/alerts/topic";
import type { Inputs, Outputs } from "../core/contract";
import { homeOf } from "../core/home";
import { baselineContract } from "./contract";
import { detector } from "./detector";
import { recorder } from "./recorder";

type C = typeof baselineContract;

/**
 * The baseline of a region: GuardDuty and AWS Config monitor it, Access Analyzer looks for access from outside the account, and
 * every new volume is encrypted, whoever creates it. AWS Backup backs up databases: it does so only where a region has opted in.
 *
 * GuardDuty findings of medium severity and above go to a topic of their own.
 *
 * *Cost*: a KMS key; GuardDuty and AWS Config by usage.
 */
export class BaselineTier extends Construct implements Outputs<C> {
  static readonly contract = baselineContract;
  readonly findingsTopicArn: string;

  constructor(scope: Construct, id: string, inputs: Inputs<C>) {
    super(scope, id);
    const { namePrefix } = inputs;

    new EbsEncryptionByDefault(this, "volumes", { enabled: true });
    // The map is read back whole: which types there are differs by region and grows. The others stay as somebody chose.
    new BackupRegionSettings(this, "backups", {
      resourceTypeOptInPreference: { Aurora: true, RDS: true },
      lifecycle: { ignoreChanges: ["resource_type_opt_in_preference", "resource_type_management_preference"] },
    });
    this.findingsTopicArn = alertTopic(this, "findings", {
      home: homeOf(this),
      name: `${namePrefix}-findings`,
      description: "Topic of GuardDuty findings",
      subscriptions: inputs.subscriptions,
      endpoints: inputs.alertEndpoints,
    });
    if (inputs.guardDuty)
      detector(this, {
        namePrefix,
        features: inputs.guardDutyFeatures,
        severity: inputs.findingSeverity,
        topicArn: this.findingsTopicArn,
      });
    if (inputs.config)
      recorder(this, {
        namePrefix,
        roleArn: inputs.configServiceRoleArn,
        bucketName: inputs.configBucketName,
        recordsGlobalTypes: inputs.recordsGlobalTypes,
        rules: inputs.configRules,
      });
    if (inputs.accessAnalyzer)
      new AccessanalyzerAnalyzer(this, "analyzer", { analyzerName: `${namePrefix}-analyzer`, type: "ACCOUNT" });
  }
}
