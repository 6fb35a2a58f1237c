import { Fn } from "cdktf";
import { applyingRoleNames } from "../../modules/account/contract";
import { AccountTier } from "../../modules/account/tier";
import { apiContract } from "../../modules/api/contract";
import { ApiTier } from "../../modules/api/tier";
import { auditBucketNames } from "../../modules/audit/contract";
import { AuditTier } from "../../modules/audit/tier";
import { BackupTier } from "../../modules/backup/tier";
import { BaselineTier } from "../../modules/baseline/tier";
import { cacheContract } from "../../modules/cache/contract";
import { CacheTier } from "../../modules/cache/tier";
import { CopiesTier } from "../../modules/copies/tier";
import type { Contract, Needs, Outputs, Placed, Tier } from "../../modules/core/contract";
import { databaseContract } from "../../modules/database/contract";
import { DatabaseTier } from "../../modules/database/tier";
import { DeliveryTier } from "../../modules/delivery/tier";
import { DnsTier } from "../../modules/dns/tier";
import { EdgeTier } from "../../modules/edge/tier";
import { eventsContract } from "../../modules/events/contract";
import { EventsTier } from "../../modules/events/tier";
import { identityContract } from "../../modules/identity/contract";
import { IdentityTier } from "../../modules/identity/tier";
import { LogsTier } from "../../modules/logs/tier";
import { guests, networkContract } from "../../modules/network/contract";
import { NetworkTier } from "../../modules/network/tier";
import { ObservabilityTier } from "../../modules/observability/tier";
import { ReplicationTier } from "../../modules/replication/tier";
import { SecurityTier } from "../../modules/security/tier";
import { StandbyTier } from "../../modules/standby/tier";
import { lockTableName, stateBucketName, stateKeyAlias } from "../../modules/state/contract";
import { StateTier } from "../../modules/state/tier";
import { webContract } from "../../modules/web/contract";
import { WebTier } from "../../modules/web/tier";
import { imagesGoTo } from "../rules/copies";
import { machineImagesFor } from "../rules/machine-images";
import { type Environment, globalRegionOf, liveRegions, originRegions, regionsOf } from "../schema/environment-schema";
import type { GlobalRegion, LiveRegion, Region } from "../schema/region-schema";
import { databaseLinks, replicatedTo } from "./database-links";
import { copyVaultArn } from "./location";

/** Reads what a tier promises, in the way of the host: a module's output, or another root's remote state. */
export type From = <C extends Contract>(contract: C) => Outputs<C>;

/** What takes in tiers: the published modules, the live roots, or the recovery root. It reads what their contracts say. */
export interface Host {
  place<C extends Contract>(tier: Tier<C>, config: Placed<C>, ...needs: Own<C>): void;
}

/** What a tier needs besides what it reads; nothing, for most. */
type Own<C extends Contract> =
  Record<never, never> extends Needs<C> ? [needs?: (from: From) => Needs<C>] : [needs: (from: From) => Needs<C>];

/** What an account has once, before anything else. */
export function wireFoundation(host: Host, environment: Environment, { account }: GlobalRegion): void {
  const regions = environment.regions.map(({ name }) => name);
  const runsTasks = liveRegions(environment).some(({ api, web }) =>
    [api, web].some(({ compute }) => compute === "ecs"),
  );
  host.place(AccountTier, { ...account, regions, runsTasks });
}

/** Where a region's states are; in the region of the states, what tells who did what. */
export function wireStates(host: Host, environment: Environment, region: Region): void {
  host.place(StateTier, region.state, () => ({ bucketName: stateBucketName(environment, region.name), lockTableName }));
  if (region.role === "state") host.place(AuditTier, region.audit, () => auditBucketNames(environment));
}

/** What an account has in each region that it uses, whether the shop runs there or not. */
export function wireAccount(host: Host, environment: Environment, region: Region): void {
  const { configBucketName } = auditBucketNames(environment);
  host.place(BaselineTier, { ...region.baseline, recordsGlobalTypes: region.role === "global" }, () => ({
    configBucketName,
  }));
  if (region.role === "live" || region.role === "standby") {
    const replicatesTo = imagesGoTo(environment, region);
    const copiedMachineImages = machineImagesFor(environment, region);
    host.place(DeliveryTier, { ...region.delivery, replicatesTo, copiedMachineImages });
  }
  if (region.role === "standby") host.place(StandbyTier, region.standby);
  if (region.role === "standby" || region.role === "state") host.place(CopiesTier, region.copies);
}

/** The tiers that all regions of an environment share. */
export function wireGlobal(host: Host, environment: Environment, { name, dns, edge }: GlobalRegion): void {
  const { domain } = environment;
  const replicaRegions = originRegions(environment);
  const originKeyAliases = Object.fromEntries(
    [name, ...replicaRegions].map((region) => [region, stateKeyAlias(environment, region)]),
  );
  host.place(DnsTier, { ...dns, replicaRegions }, () => ({ domain, originKeyAliases }));

  const liveRegions = regionsOf(environment, "live");
  const standbyRegions = regionsOf(environment, "standby");
  const { edgeLogBucketName, wafLogBucketName } = auditBucketNames(environment);
  host.place(EdgeTier, { ...edge, liveRegions, standbyRegions }, () => ({
    domain,
    edgeLogBucketName,
    wafLogBucketName,
  }));
}

/** The tiers of a region that runs the shop, upstream first. */
export function wireRegion(
  host: Host,
  environment: Environment,
  region: LiveRegion,
  zoneNamesByLetter: Readonly<Record<string, string>>,
): void {
  const { domain } = environment;
  const applying = applyingRoleNames(globalRegionOf(environment).account);
  const deployerRoleNames = [...new Set([...region.security.deployerRoleNames, ...applying])];
  host.place(SecurityTier, { ...region.security, deployerRoleNames });

  const present = guests.filter((guest) => region[guest] !== undefined);
  host.place(NetworkTier, { ...region.network, guests: present }, () => ({ domain, zoneNamesByLetter }));
  host.place(LogsTier, region.logs);
  host.place(DatabaseTier, { ...region.database, ...databaseLinks(environment, region) });

  const databaseKind = region.database.engine === "rds" ? "instance" : "cluster";
  host.place(ApiTier, { ...region.api, databaseKind });
  host.place(WebTier, { ...region.web, internalAuthority: region.api.internalAuthority }, () => ({ domain }));

  const { copiesTo } = region.backup;
  host.place(BackupTier, region.backup, () => ({
    copyVaultArn: copiesTo === null ? null : copyVaultArn(environment, copiesTo),
  }));

  if (region.identity) host.place(IdentityTier, region.identity, () => ({ domain }));
  if (region.events) {
    const authorizer = region.identity ? "jwt" : "iam";
    host.place(EventsTier, { ...region.events, authorizer }, (from) => {
      const tokens = region.identity ? from(identityContract) : { issuer: null, clientId: null };
      return { domain, tokenIssuer: tokens.issuer, tokenAudience: tokens.clientId };
    });
  }
  if (region.cache) host.place(CacheTier, region.cache);

  const { network, database } = region;
  const watched = {
    ...region.observability,
    webCompute: region.web.compute,
    apiCompute: region.api.compute,
    databaseEngine: database.engine === "rds" ? ("rds" as const) : ("aurora" as const),
    readerCount: database.engine === "rds" ? 0 : database.readerCount,
    zones: network.zones,
    natGateways: network.natGateways,
  };
  const logging = [networkContract, databaseContract, webContract, apiContract] as const;
  host.place(ObservabilityTier, watched, (from) => ({
    logGroupNames: Fn.concat([
      ...logging.map((contract) => from(contract).logGroupNames),
      ...(region.events ? [from(eventsContract).logGroupNames] : []),
      ...(region.cache ? [from(cacheContract).logGroupNames] : []),
    ]),
  }));
}

/** What a standby region holds of the databases of live regions, once these are there. */
export function wireReplication(host: Host, environment: Environment, region: Region): void {
  if (region.role === "standby" && region.replication)
    host.place(ReplicationTier, { ...region.replication, sources: replicatedTo(region.name, environment) });
}
