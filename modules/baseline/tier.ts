import { AccessanalyzerAnalyzer } from "@cdktf/provider-aws/lib/accessanalyzer-analyzer";
import { BackupRegionSettings } from "@cdktf/provider-aws/lib/backup-region-settings";
import { EbsEncryptionByDefault } from "@cdktf/provider-aws/lib/ebs-encryption-by-default";
import { Construct } from "constructs";
import { alertOn, type HeardOf } from "../blocks/alerts/events";
import { alertTopic } from "../blocks/alerts/topic";
import type { Inputs, Outputs } from "../core/contract";
import { homeOf } from "../core/home";
import { baselineContract } from "./contract";
import { detector } from "./detector";
import { noncompliant, outsideAccess, watchedEvents } from "./events";
import { recorder } from "./recorder";

type C = typeof baselineContract;

/**
 * The baseline of a region: GuardDuty and AWS Config monitor it, Access Analyzer looks for access from outside the account, and
 * every new volume is encrypted, whoever creates it. AWS Backup backs up databases: it does so only where a region has opted in.
 *
 * Whatever finds something tells a topic of the region: GuardDuty from medium severity on, Config rules, Access Analyzer, scans
 * of images, AWS Health, roll-outs that failed on instances or in ECS, and the root user whenever it acts. EventBridge
 * delivers most of these events on a best-effort basis.
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
    const topicArn = this.findingsTopicArn;
    const alert = (id: string, heardOf: HeardOf) =>
      alertOn(this, id, { ...heardOf, name: `${namePrefix}-${id}`, topicArn });
    if (inputs.guardDuty)
      detector(this, {
        namePrefix,
        features: inputs.guardDutyFeatures,
        severity: inputs.findingSeverity,
        topicArn,
      });
    if (inputs.config) {
      recorder(this, {
        namePrefix,
        roleArn: inputs.configServiceRoleArn,
        bucketName: inputs.configBucketName,
        recordsGlobalTypes: inputs.recordsGlobalTypes,
        frequency: inputs.configFrequency,
        rules: inputs.configRules,
      });
      alert("noncompliant", noncompliant(namePrefix));
    }
    if (inputs.accessAnalyzer) {
      new AccessanalyzerAnalyzer(this, "analyzer", { analyzerName: `${namePrefix}-analyzer`, type: "ACCOUNT" });
      alert("outside-access", outsideAccess);
    }
    for (const [id, heardOf] of Object.entries(watchedEvents)) alert(id, heardOf);
  }
}
