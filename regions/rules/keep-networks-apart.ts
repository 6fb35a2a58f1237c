import { overlappingBlocks } from "../schema/blocks";
import { type EnvironmentRule, liveRegions } from "../schema/environment";
import { saidIn } from "../schema/said-in";

/** Networks of live regions may be connected, so their address blocks do not overlap. */
export const keepNetworksApart: EnvironmentRule = (environment) =>
  overlappingBlocks(
    liveRegions(environment).map(({ name, network }) => ({
      ...saidIn(environment, name, "network.cidr"),
      cidr: network.cidr,
    })),
  );
