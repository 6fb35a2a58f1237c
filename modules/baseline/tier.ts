import { AccessanalyzerAnalyzer } from "@cdktf/provider-aws/lib/accessanalyzer-analyzer";
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
 * The baseline of a region: GuardDuty and AWS Config watch it, Access Analyzer looks for access from outside, and every
 * new volume in it is encrypted, whoever makes it.
 *
 * Findings of GuardDuty from medium severity on reach the subscribers of its own topic.
 *
 * Cost: a KMS key; GuardDuty and AWS Config by what they look at.
 */
export class BaselineTier extends Construct implements Outputs<C> {
  static readonly contract = baselineContract;
  readonly findingsTopicArn: string;

  constructor(scope: Construct, id: string, inputs: Inputs<C>) {
    super(scope, id);
    const { namePrefix } = inputs;

    new EbsEncryptionByDefault(this, "volumes", { enabled: true });
    this.findingsTopicArn = alertTopic(this, "findings", {
      home: homeOf(this),
      name: `${namePrefix}-findings`,
      description: "The topic of GuardDuty's findings",
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
