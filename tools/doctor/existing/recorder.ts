import { DescribeConfigurationRecordersCommand, DescribeDeliveryChannelsCommand } from "@aws-sdk/client-config-service";
import { recorderName } from "../../../modules/baseline/contract";
import { regionPrefix } from "../../../regions/wiring/location";
import type { Existing } from "./existing";
import { importOf } from "./import";

/** AWS Config's recorder and its delivery channel: a region has one of each that a customer manages. */
export const recorder: Existing = {
  name: "AWS Config recorder",
  actions: "config:DescribeConfigurationRecorders and config:DescribeDeliveryChannels",
  wanted: ({ region }) => region.baseline.config,
  look: async (place, { config }) => {
    const { ConfigurationRecorders = [] } = await config.send(new DescribeConfigurationRecordersCommand({}));
    const { DeliveryChannels = [] } = await config.send(new DescribeDeliveryChannelsCommand({}));
    const own = recorderName(regionPrefix(place.environment.name, place.region.name));
    const others = [
      // AWS's services have recorders of their own, which are no customer's.
      ...ConfigurationRecorders.filter(({ servicePrincipal }) => servicePrincipal === undefined).map(
        ({ name = "" }) => ({ what: "recorder", address: "aws_config_configuration_recorder.recorder", name }),
      ),
      ...DeliveryChannels.map(({ name = "" }) => ({
        what: "delivery channel",
        address: "aws_config_delivery_channel.recorder_channel",
        name,
      })),
    ].filter(({ name }) => name !== own);
    return others.map(({ what, address, name }) => ({
      says: `${place.region.name} has the ${what} ${name} of AWS Config already, and AWS allows one`,
      wayOut: `if an organization keeps it, set baseline.config: false for ${place.region.name}; otherwise ${importOf(place, `module.baseline.${address}`, name)}, which replaces it by ${own} when it is applied`,
    }));
  },
};
