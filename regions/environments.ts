import { workflowRoleName } from "../modules/account/workflows/contract";
import { breakGlassRoleName } from "../modules/blocks/vault/contract";
import { euCentral1 } from "./eu-central-1";
import { euNorth1 } from "./eu-north-1";
import { euWest1 } from "./eu-west-1";
import { organization } from "./organization";
import { defineEnvironments } from "./schema/environment-schema";
import { usEast1 } from "./us-east-1";

const regions = [euWest1, euCentral1, euNorth1, usEast1];

/** A drill destroys the vaults that it made, with the backups that they hold by then. */
const drillsDelete = { breakGlassRoleNames: [breakGlassRoleName, workflowRoleName("drill")] };

/** A drill makes and destroys hundreds of resources in a night, of which nobody needs every change. */
const recordedDaily = { baseline: { configFrequency: "DAILY" as const } };

/** One instance in each zone, and a second one under load. */
const oneInEachZone = {
  api: { onDemandPerZone: 1, maxPerZone: 2 },
  web: { onDemandPerZone: 1, maxPerZone: 2 },
};

/** What costs by zone once, and the flow log at half the price: a zone that fails takes staging with it. */
const oneOfEach = {
  network: { natGateways: "one", interfaceEndpointZones: "one", flowLogDestination: "s3" },
} as const;

/** Where the platform runs. The same regions and tiers everywhere; what differs from a region's file is said here. */
export const environments = defineEnvironments([
  {
    name: "prod",
    ...organization.environments.prod,
    stateRegion: "eu-north-1",
    objectives: { rtoMinutes: 120, rpoMinutes: 180 },
    regions,
  },
  {
    name: "staging",
    ...organization.environments.staging,
    stateRegion: "eu-north-1",
    objectives: { rtoMinutes: 480, rpoMinutes: 1_440 },
    regions,
    differences: {
      "eu-west-1": {
        ...oneInEachZone,
        ...oneOfEach,
        api: { ...oneInEachZone.api, secrets: ["payment-key", "mail-login"] },
        database: { engine: "rds", copiedTo: ["eu-central-1"] },
        cache: {},
        identity: {},
      },
      "eu-central-1": { replication: { retentionDays: 14 }, files: {} },
      "eu-north-1": { files: {}, secrets: { names: ["payment-key", "mail-login"] } },
      "us-east-1": { edge: { staticPaths: ["/static/*"] } },
    },
  },
  {
    name: "dev",
    ...organization.environments.dev,
    stateRegion: "eu-north-1",
    drillable: true,
    // What is drilled here is measured by what prod aims at.
    objectives: { rtoMinutes: 120, rpoMinutes: 180 },
    regions,
    differences: {
      "us-east-1": { account: { workflows: ["plan", "apply", "drill"] } },
      "eu-west-1": {
        ...oneInEachZone,
        database: { minCapacityUnits: 0.5, maxCapacityUnits: 4 },
        backup: drillsDelete,
        events: {},
        ...recordedDaily,
      },
      "eu-central-1": { copies: drillsDelete, ...recordedDaily },
      "eu-north-1": { copies: drillsDelete },
    },
  },
]);
