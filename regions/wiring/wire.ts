import { AccountTier } from "../../modules/account/tier";
import { changingWorkflows, withIds, workflowRoleName } from "../../modules/account/workflows/contract";
import { ApiTier } from "../../modules/api/tier";
import { accessLogBucketOf, auditBucketNames } from "../../modules/audit/contract";
import { AuditTier } from "../../modules/audit/tier";
import { BackupTier } from "../../modules/backup/tier";
import { BaselineTier } from "../../modules/baseline/tier";
import { alertEndpoints } from "../../modules/blocks/alerts/contract";
import { endpointTiers } from "../../modules/blocks/endpoints/contract";
import { CacheTier } from "../../modules/cache/tier";
import { CopiesTier } from "../../modules/copies/tier";
import type { Contract, Placed, Tier } from "../../modules/core/contract";
import { DatabaseTier } from "../../modules/database/tier";
import { DeliveryTier } from "../../modules/delivery/tier";
import { DnsTier } from "../../modules/dns/tier";
import { EdgeTier } from "../../modules/edge/tier";
import { EventsTier } from "../../modules/events/tier";
import { pageBucketName } from "../../modules/failover/contract";
import { FailoverTier } from "../../modules/failover/tier";
import { FilesTier } from "../../modules/files/tier";
import { IdentityTier } from "../../modules/identity/tier";
import { LogsTier } from "../../modules/logs/tier";
import { optionalTiers } from "../../modules/network/contract";
import { NetworkTier } from "../../modules/network/tier";
import { ObservabilityTier } from "../../modules/observability/tier";
import { ReplicationTier } from "../../modules/replication/tier";
import { SecretsTier } from "../../modules/secrets/tier";
import { SecurityTier } from "../../modules/security/tier";
import { StandbyTier } from "../../modules/standby/tier";
import { lockTableName, stateBucketName, stateKeyAlias } from "../../modules/state/contract";
import { StateTier } from "../../modules/state/tier";
import { WebTier } from "../../modules/web/tier";
import {
  type Environment,
  fileRegions,
  globalRegionOf,
  liveRegions,
  originRegions,
  regionsOf,
} from "../schema/environment";
import type { LiveRegion, Region } from "../schema/region-schema";
import { copiedTo, databaseLinks, replicatedTo } from "./database-links";
import { graph } from "./graph";
import { imagesGoTo, machineImagesFor } from "./images";
import { leadsEvents } from "./leads-events";
import { copyVaultArn, everywhere, statePrefix } from "./location";
import { pageOrigins } from "./page-origins";

/** What takes in tiers: the published modules, the live roots, or the recovery root. It reads what their contracts say. */
export interface Host {
  place<C extends Contract>(tier: Tier<C>, placed: Placed<C>): void;
}

/** A tier in its region, or everywhere, with all that nobody can read for it. */
export interface Placement {
  readonly region: string;
  readonly contract: Contract;
  into(host: Host): void;
}

const placeIn =
  (region: string) =>
  <C extends Contract>(tier: Tier<C>, placed: Placed<C>): Placement => ({
    region,
    contract: tier.contract,
    into: (host) => host.place(tier, placed),
  });

/** Placements in the order that hosts take them in: each after all that it reads, or that must stand before it. */
export const inOrder = (placements: readonly Placement[]): Placement[] =>
  graph.order.flatMap((tier) => placements.filter(({ contract }) => contract === tier));

const nameOf = ({ name }: Region): string => name;

/** The tiers that all regions of an environment share. */
export function wireGlobal(environment: Environment): Placement[] {
  const { domain, regions } = environment;
  const { name, account, dns, edge } = globalRegionOf(environment);
  const replicaRegions = originRegions(environment);
  const originKeyAliases = keyAliasesIn(environment, [name, ...replicaRegions]);
  const { edgeLogBucketName, wafLogBucketName } = auditBucketNames(environment);
  const runsTasks = liveRegions(environment).some(({ api, web }) =>
    [api, web].some(({ compute }) => compute === "ecs"),
  );
  const place = placeIn(everywhere);
  return [
    place(AccountTier, {
      ...account,
      workflowRepository: account.githubRepository,
      workflowRepositoryWithIds: withIds(account),
      workflowRepositoryId: account.githubRepositoryIds?.split("/")[1] ?? null,
      environment: environment.name,
      regions: regions.map(nameOf),
      runsTasks,
    }),
    place(DnsTier, { ...dns, replicaRegions, domain, originKeyAliases }),
    place(EdgeTier, {
      ...edge,
      ...switched(environment),
      fileRegions: fileRegions(environment),
      switchRegion: environment.stateRegion,
      leadsEvents: leadsEvents(environment),
      pageOrigins: pageOrigins(environment),
      domain,
      edgeLogBucketName,
      wafLogBucketName,
      pageBucketName: pageBucketName(environment),
    }),
  ];
}

/** The regions that customers are led to, or kept away from. */
const switched = (environment: Environment) => ({
  liveRegions: liveRegions(environment).map(nameOf),
  standbyRegions: regionsOf(environment, "standby").map(nameOf),
});

/** The key that secrets are under in each of these regions: that of its states, which is there before all else. */
const keyAliasesIn = (environment: Environment, regions: readonly string[]): Record<string, string> =>
  Object.fromEntries(regions.map((region) => [region, stateKeyAlias(environment, region)]));

/** What an account has in each region that it uses, whether the shop runs there or not. */
export function wireAccount(environment: Environment, region: Region): Placement[] {
  const { configBucketName, ...auditBuckets } = auditBucketNames(environment);
  const place = placeIn(region.name);
  const placements = [
    place(StateTier, {
      ...region.state,
      bucketName: stateBucketName(environment, region.name),
      lockTableName,
      keepsLease: environment.drillable === true && region.name === environment.stateRegion,
    }),
    place(BaselineTier, {
      ...region.baseline,
      alertEndpoints: alertEndpoints(region.baseline.subscriptions),
      recordsGlobalTypes: region.role === "global",
      configBucketName,
    }),
  ];
  if (region.role === "state")
    placements.push(
      place(AuditTier, { ...region.audit, ...auditBuckets, configBucketName }),
      place(FailoverTier, {
        ...region.failover,
        ...switched(environment),
        globalStatePrefix: statePrefix(environment.name, everywhere),
        regionStatePrefix: statePrefix(environment.name, region.name),
        pageBucketName: pageBucketName(environment),
        accessLogBucketName: accessLogBucketOf(auditBuckets.auditBucketName),
      }),
    );
  if (region.role === "live" || region.role === "standby") {
    const replicatesTo = imagesGoTo(environment, region);
    const copiedMachineImages = machineImagesFor(environment, region);
    placements.push(place(DeliveryTier, { ...region.delivery, replicatesTo, copiedMachineImages }));
  }
  if (region.role === "standby" || region.role === "state") {
    const copiedFrom = copiedTo(region.name, environment);
    placements.push(place(CopiesTier, { ...region.copies, copiedFrom }));
  }
  if (region.role === "state" && region.secrets) {
    const replicaRegions = originRegions(environment);
    const keyAliases = keyAliasesIn(environment, [region.name, ...replicaRegions]);
    placements.push(place(SecretsTier, { ...region.secrets, replicaRegions, keyAliases }));
  }
  if (region.role !== "global" && region.files)
    placements.push(place(FilesTier, { ...region.files, inStateRegion: region.role === "state" }));
  if (region.role === "standby") placements.push(place(StandbyTier, region.standby));
  if (region.role === "standby" && region.replication)
    placements.push(place(ReplicationTier, { ...region.replication, sources: replicatedTo(region.name, environment) }));
  return placements;
}

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
