import { workflowRoleName } from "../../../modules/account/workflows/contract";
import { breakGlassRoleName } from "../../../modules/blocks/vault/contract";
import { defineEnvironments } from "../../../regions/schema/environment-schema";
import { euCentral1 } from "./eu-central-1";
import { euNorth1 } from "./eu-north-1";
import { euWest1 } from "./eu-west-1";
import { organization } from "./organization";
import { usEast1 } from "./us-east-1";

const regions = [euWest1, euCentral1, euNorth1, usEast1];

/** A drill destroys the vaults that it made, with the backups that they hold by then. */
const drillsDelete = { breakGlassRoleNames: [breakGlassRoleName, workflowRoleName("drill")] };

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
    regions,
  },
  {
    name: "staging",
    ...organization.environments.staging,
    stateRegion: "eu-north-1",
    regions,
    differences: {
      "eu-west-1": {
        ...oneOfEach,
        database: { engine: "rds", copiedTo: ["eu-central-1"] },
        api: { secrets: ["payment-key", "mail-login"] },
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
    regions,
    differences: {
      "us-east-1": { account: { workflows: ["plan", "apply", "drill"] } },
      "eu-west-1": { database: { minCapacityUnits: 0.5, maxCapacityUnits: 4 }, backup: drillsDelete, events: {} },
      "eu-central-1": { copies: drillsDelete },
      "eu-north-1": { copies: drillsDelete },
    },
  },
]);
