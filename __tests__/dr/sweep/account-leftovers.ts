import * as analyzer from "@aws-sdk/client-accessanalyzer";
import * as trail from "@aws-sdk/client-cloudtrail";
import * as config from "@aws-sdk/client-config-service";
import * as events from "@aws-sdk/client-eventbridge";
import * as guard from "@aws-sdk/client-guardduty";
import { given } from "../../../dr/inventory/answers";
import type { Leftover } from "./leftover";

const arn = (service: string, region: string, resource: string) =>
  `arn:aws:${service}:${region}:123456789012:${resource}`;
const recorder = { name: "left", roleARN: "arn:aws:iam::123456789012:role/left" };

/** One leftover of each kind that watches over the account. */
export const accountLeftovers: readonly Leftover[] = [
  {
    type: "aws_guardduty_detector",
    make: async ({ aws: { guardDuty: client } }) => {
      const { DetectorId } = await client.send(new guard.CreateDetectorCommand({ Enable: true }));
      return { id: given(DetectorId), remove: () => client.send(new guard.DeleteDetectorCommand({ DetectorId })) };
    },
  },
  {
    type: "aws_accessanalyzer_analyzer",
    make: async ({ aws: { accessAnalyzer: client } }) => {
      const analyzerName = "left";
      const made = await client.send(new analyzer.CreateAnalyzerCommand({ analyzerName, type: "ACCOUNT" }));
      return { id: given(made.arn), remove: () => client.send(new analyzer.DeleteAnalyzerCommand({ analyzerName })) };
    },
  },
  {
    type: "aws_cloudtrail",
    make: async ({ aws: { cloudTrail: client }, bucket }) => {
      const input = { Name: "left", S3BucketName: bucket };
      const { TrailARN } = await client.send(new trail.CreateTrailCommand(input));
      return { id: given(TrailARN), remove: () => client.send(new trail.DeleteTrailCommand({ Name: "left" })) };
    },
  },
  {
    type: "aws_config_configuration_recorder",
    make: async ({ aws: { config: client } }) => {
      await client.send(new config.PutConfigurationRecorderCommand({ ConfigurationRecorder: recorder }));
      const removal = { ConfigurationRecorderName: "left" };
      return { id: "left", remove: () => client.send(new config.DeleteConfigurationRecorderCommand(removal)) };
    },
  },
  {
    // After the recorder: AWS Config takes a channel only where there is one.
    type: "aws_config_delivery_channel",
    make: async ({ aws: { config: client }, bucket }) => {
      const DeliveryChannel = { name: "left", s3BucketName: bucket };
      await client.send(new config.PutDeliveryChannelCommand({ DeliveryChannel }));
      const removal = { DeliveryChannelName: "left" };
      return { id: "left", remove: () => client.send(new config.DeleteDeliveryChannelCommand(removal)) };
    },
  },
  {
    type: "aws_config_config_rule",
    make: async ({ aws: { config: client } }) => {
      const ConfigRuleName = "left";
      const Source = { Owner: "AWS", SourceIdentifier: "ENCRYPTED_VOLUMES" } as const;
      await client.send(new config.PutConfigRuleCommand({ ConfigRule: { ConfigRuleName, Source } }));
      const { ConfigRules = [] } = await client.send(new config.DescribeConfigRulesCommand({}));
      const remove = () => client.send(new config.DeleteConfigRuleCommand({ ConfigRuleName }));
      return { id: given(ConfigRules.find((rule) => rule.ConfigRuleName === ConfigRuleName)?.ConfigRuleArn), remove };
    },
  },
  {
    type: "aws_cloudwatch_event_rule",
    make: async ({ aws: { eventBridge: client, region } }) => {
      const input = { Name: "left", EventPattern: JSON.stringify({ source: ["aws.guardduty"] }) };
      await client.send(new events.PutRuleCommand(input));
      const remove = () => client.send(new events.DeleteRuleCommand({ Name: "left" }));
      return { id: arn("events", region, "rule/left"), remove };
    },
  },
];
