import {
  DescribeConfigurationRecordersCommand,
  DescribeDeliveryChannelsCommand,
  paginateDescribeConfigRules,
} from "@aws-sdk/client-config-service";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Reader } from "../reader";

/** AWS Config: its recorder, where it delivers to, and the rules that it checks. */
export const configurationRecorders: Reader = {
  service: "AWS Config",
  async list({ config: client }) {
    const { ConfigurationRecorders = [] } = await client.send(new DescribeConfigurationRecordersCommand({}));
    const { DeliveryChannels = [] } = await client.send(new DescribeDeliveryChannelsCommand({}));
    const rules = await everyItem(paginateDescribeConfigRules({ client }, {}), ({ ConfigRules }) => ConfigRules);
    return [
      ...ConfigurationRecorders.map(({ name, roleARN, recordingGroup }) => ({
        type: "aws_config_configuration_recorder",
        id: given(name),
        settings: { role: roleARN, recordingGroup },
      })),
      ...DeliveryChannels.map(({ name, s3BucketName, configSnapshotDeliveryProperties: snapshots }) => ({
        type: "aws_config_delivery_channel",
        id: given(name),
        settings: { bucket: s3BucketName, frequency: snapshots?.deliveryFrequency },
      })),
      ...rules.map(({ ConfigRuleArn, ConfigRuleName, Source }) => ({
        type: "aws_config_config_rule",
        id: given(ConfigRuleArn),
        name: ConfigRuleName,
        settings: { rule: Source?.SourceIdentifier },
      })),
    ];
  },
};
