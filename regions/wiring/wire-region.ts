import { changingWorkflows, workflowRoleName } from "../../modules/account/workflows/contract";
import { ApiTier } from "../../modules/api/tier";
import { BackupTier } from "../../modules/backup/tier";
import { alertEndpoints } from "../../modules/blocks/alerts/contract";
import { endpointTiers } from "../../modules/blocks/endpoints/contract";
import { CacheTier } from "../../modules/cache/tier";
import { DatabaseTier } from "../../modules/database/tier";
import { EventsTier } from "../../modules/events/tier";
import { IdentityTier } from "../../modules/identity/tier";
import { LogsTier } from "../../modules/logs/tier";
import { optionalTiers } from "../../modules/network/contract";
import { NetworkTier } from "../../modules/network/tier";
import { ObservabilityTier } from "../../modules/observability/tier";
import { SecurityTier } from "../../modules/security/tier";
import { WebTier } from "../../modules/web/tier";
import { type Environment, globalRegionOf, regionsOf } from "../schema/environment";
import type { LiveRegion } from "../schema/region-schema";
import { accountsOfCopies, databaseLinks } from "./database-links";
import { leadsEvents } from "./leads-events";
import { copyVaultArn } from "./location";
import { type Placement, placeIn } from "./placement";

/** The tiers of a region that runs the shop, with the Availability Zone of each letter there. */
export function wireRegion(
  environment: Environment,
  region: LiveRegion,
  zoneNamesByLetter: Readonly<Record<string, string>>,
): Placement[] {
  const { domain } = environment;
  const { api, backup, cache, database, events, identity, network, security, web } = region;
  const applying = changingWorkflows(globalRegionOf(environment).account).map(workflowRoleName);
  const deployerRoleNames = [...new Set([...security.deployerRoleNames, ...applying])];
  const present = optionalTiers.filter((tier) => region[tier] !== undefined);
  const vault = backup.copiesTo === null ? null : copyVaultArn(environment, backup.copiesTo);
  const place = placeIn(region.name);
  return [
    place(SecurityTier, {
      ...security,
      alertEndpoints: alertEndpoints(security.subscriptions),
      deployerRoleNames,
      flowLogInBucket: network.flowLogDestination === "s3",
      backupsCopiedByAccounts: accountsOfCopies([region]),
    }),
    place(NetworkTier, {
      ...network,
      optionalTiers: present,
      addressesReserved: regionsOf(environment, "standby").some(({ standby }) => standby.natAddressZones.length > 0),
      domain,
      zoneNamesByLetter,
    }),
    place(LogsTier, region.logs),
    place(DatabaseTier, { ...database, ...databaseLinks(environment, region) }),
    place(ApiTier, {
      ...api,
      databaseKind: database.engine === "rds" ? "instance" : "cluster",
      endpointTiers: endpointTiers.filter((tier) => region[tier] !== undefined),
    }),
    place(WebTier, {
      ...web,
      internalAuthority: api.internalAuthority,
      // Pages reach customers' sign-in and events, by the browser.
      endpointTiers: (["events", "identity"] as const).filter((tier) => region[tier] !== undefined),
      domain,
    }),
    place(BackupTier, { ...backup, copyVaultArn: vault, databaseEngine: engineOf(database) }),
    place(ObservabilityTier, { ...region.observability, ...watched(region) }),
    ...(identity ? [place(IdentityTier, { ...identity, domain })] : []),
    ...(events
      ? [
          place(EventsTier, {
            ...events,
            authorizer: identity ? "jwt" : "iam",
            sharesName: leadsEvents(environment),
            domain,
          }),
        ]
      : []),
    ...(cache ? [place(CacheTier, cache)] : []),
  ];
}

const engineOf = ({ engine }: LiveRegion["database"]) => (engine === "rds" ? ("rds" as const) : ("aurora" as const));

/** What decides which alarms and widgets there are. */
const watched = ({ api, database, network, web }: LiveRegion) => ({
  webCompute: web.compute,
  apiCompute: api.compute,
  databaseEngine: engineOf(database),
  readerCount: database.engine === "rds" ? 0 : database.readerCount,
  zones: network.zones,
  natGateways: network.natGateways,
});
