import { DescribeRegistryCommand } from "@aws-sdk/client-ecr";
import { imagesGoTo } from "../../../regions/wiring/images";
import type { Existing } from "./existing";
import { importOf } from "./import";

/** Where a registry replicates to: it has one list of rules, and whoever writes it replaces the list, unasked. */
export const replication: Existing = {
  name: "replication of images",
  actions: "ecr:DescribeRegistry",
  wanted: ({ environment, region }) => imagesGoTo(environment, region) !== null,
  look: async (place, { ecr }) => {
    const { replicationConfiguration } = await ecr.send(new DescribeRegistryCommand({}));
    const own = `${imagesGoTo(place.environment, place.region)} of ${place.environment.account}`;
    const others = (replicationConfiguration?.rules ?? [])
      .flatMap(({ destinations = [] }) => destinations)
      .map(({ region, registryId }) => `${region} of ${registryId}`)
      .filter((destination) => destination !== own);
    if (others.length === 0) return [];
    return [
      {
        says: `the registry of ${place.region.name} replicates to ${others.join(", ")} already, and the first apply would replace these rules, without a word`,
        wayOut: `let whoever needs them move to another account or region; what would change, a plan shows once you ${importOf(place, "module.delivery.aws_ecr_replication_configuration.replication", place.environment.account)}`,
      },
    ];
  },
};
