import { Fn } from "cdktf";
import { accountContract, applyingRoleNames } from "../modules/account/contract";
import { AccountTier } from "../modules/account/tier";
import { apiContract } from "../modules/api/contract";
import { ApiTier } from "../modules/api/tier";
import { AuditTier } from "../modules/audit/tier";
import { BackupTier } from "../modules/backup/tier";
import { baselineContract } from "../modules/baseline/contract";
import { BaselineTier } from "../modules/baseline/tier";
import { cacheContract } from "../modules/cache/contract";
import { CacheTier } from "../modules/cache/tier";
import { CopiesTier } from "../modules/copies/tier";
import type { Contract, Needs, Outputs, Placed, Tier } from "../modules/core/contract";
import { databaseContract } from "../modules/database/contract";
import { DatabaseTier } from "../modules/database/tier";
import { DeliveryTier } from "../modules/delivery/tier";
import { dnsContract } from "../modules/dns/contract";
import { DnsTier } from "../modules/dns/tier";
import { EdgeTier } from "../modules/edge/tier";
import { eventsContract } from "../modules/events/contract";
import { EventsTier } from "../modules/events/tier";
import { identityContract } from "../modules/identity/contract";
import { IdentityTier } from "../modules/identity/tier";
import { logsContract } from "../modules/logs/contract";
import { LogsTier } from "../modules/logs/tier";
import { guests, networkContract } from "../modules/network/contract";
import { NetworkTier } from "../modules/network/tier";
import { ObservabilityTier } from "../modules/observability/tier";
import { ReplicationTier } from "../modules/replication/tier";
import { securityContract } from "../modules/security/contract";
import { SecurityTier } from "../modules/security/tier";
import { standbyContract } from "../modules/standby/contract";
import { StandbyTier } from "../modules/standby/tier";
import { StateTier } from "../modules/state/tier";
import { webContract } from "../modules/web/contract";
import { WebTier } from "../modules/web/tier";
import { imagesGoTo } from "./copies";
import { databaseLinks, replicatedTo } from "./database-links";
import { type Environment, globalRegionOf, liveRegions, originRegions, regionsOf } from "./environment-schema";
import { auditBucketNames, copyVaultArn, lockTableName, stateBucketName, stateKeyAlias } from "./location";
import { machineImagesFor } from "./machine-images";
import type { GlobalRegion, LiveRegion, Region } from "./schema";

/** Reads what a tier promises, in the way of the host: a module's output, or another root's remote state. */
export type From = <C extends Contract>(contract: C) => Outputs<C>;

/** What takes in tiers: the published modules, the live roots, or the recovery root. */
export interface Host {
  place<C extends Contract>(tier: Tier<C>, config: Placed<C>, needs: (from: From) => Needs<C>): void;
}

/** What an account has once, before anything else. */
export function wireFoundation(host: Host, environment: Environment, { account }: GlobalRegion): void {
  const regions = environment.regions.map(({ name }) => name);
  const runsTasks = liveRegions(environment).some(({ api, web }) =>
    [api, web].some(({ compute }) => compute === "ecs"),
  );
  host.place(AccountTier, { ...account, regions, runsTasks }, () => ({}));
}

/** Where a region's states are; in the region of the states, what tells who did what. */
export function wireStates(host: Host, environment: Environment, region: Region): void {
  host.place(StateTier, region.state, () => ({ bucketName: stateBucketName(environment, region.name), lockTableName }));
  if (region.role === "state") host.place(AuditTier, region.audit, () => auditBucketNames(environment));
}

/** What an account has in each region that it uses, whether the shop runs there or not. */
export function wireAccount(host: Host, environment: Environment, region: Region): void {
  host.place(BaselineTier, { ...region.baseline, recordsGlobalTypes: region.role === "global" }, (from) => ({
    configServiceRoleArn: from(accountContract).configServiceRoleArn,
    configBucketName: auditBucketNames(environment).configBucketName,
  }));
  if (region.role === "live" || region.role === "standby") {
    const replicatesTo = imagesGoTo(environment, region);
    const copiedMachineImages = machineImagesFor(environment, region);
    host.place(DeliveryTier, { ...region.delivery, replicatesTo, copiedMachineImages }, (from) => ({
      autoscalingServiceRoleArn: from(accountContract).autoscalingServiceRoleArn,
    }));
  }
  if (region.role === "standby") host.place(StandbyTier, region.standby, () => ({}));
  if (region.role === "standby" || region.role === "state") host.place(CopiesTier, region.copies, () => ({}));
}

/** The tiers that all regions of an environment share. */
export function wireGlobal(host: Host, environment: Environment, { name, dns, edge }: GlobalRegion): void {
  const { domain } = environment;
  const replicaRegions = originRegions(environment);
  const originKeyAliases = Object.fromEntries(
    [name, ...replicaRegions].map((region) => [region, stateKeyAlias(environment, region)]),
  );
  host.place(DnsTier, { ...dns, replicaRegions }, (from) => ({
    domain,
    originKeyAliases,
    findingsTopicArn: from(baselineContract).findingsTopicArn,
  }));

  const liveRegions = regionsOf(environment, "live");
  const standbyRegions = regionsOf(environment, "standby");
  host.place(EdgeTier, { ...edge, liveRegions, standbyRegions }, (from) => {
    const { zoneId, certificateArn, sentOriginSecretName } = from(dnsContract);
    const { edgeLogBucketName, wafLogBucketName } = auditBucketNames(environment);
    const { findingsTopicArn } = from(baselineContract);
    return {
      domain,
      zoneId,
      certificateArn,
      sentOriginSecretName,
      edgeLogBucketName,
      wafLogBucketName,
      findingsTopicArn,
    };
  });
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
  host.place(SecurityTier, { ...region.security, deployerRoleNames }, (from) => ({
    autoscalingServiceRoleArn: from(accountContract).autoscalingServiceRoleArn,
  }));

  const present = guests.filter((guest) => region[guest] !== undefined);
  host.place(NetworkTier, { ...region.network, guests: present }, (from) => ({
    domain,
    zoneNamesByLetter,
    logsKeyArn: from(securityContract).logsKeyArn,
  }));

  host.place(LogsTier, region.logs, (from) => ({ archiveKeyArn: from(securityContract).archiveKeyArn }));

  host.place(DatabaseTier, { ...region.database, ...databaseLinks(environment, region) }, (from) => {
    const { dataSubnetIds, databaseGroupId, zoneNames } = from(networkContract);
    const { databaseKeyArn, secretsKeyArn, logsKeyArn, alertTopicArn } = from(securityContract);
    return { dataSubnetIds, databaseGroupId, zoneNames, databaseKeyArn, secretsKeyArn, logsKeyArn, alertTopicArn };
  });

  const databaseKind = region.database.engine === "rds" ? "instance" : "cluster";
  host.place(ApiTier, { ...region.api, databaseKind }, (from) => {
    const { vpcId, appSubnetIds, apiGroupId, apiEntranceGroupId, privateZoneId, privateZoneName } =
      from(networkContract);
    const { volumesKeyArn, logsKeyArn, secretsKeyArn, alertTopicArn } = from(securityContract);
    const { accessLogBucketName } = from(logsContract);
    return {
      vpcId,
      appSubnetIds,
      apiGroupId,
      apiEntranceGroupId,
      privateZoneId,
      privateZoneName,
      volumesKeyArn,
      logsKeyArn,
      secretsKeyArn,
      alertTopicArn,
      accessLogBucketName,
    };
  });

  host.place(WebTier, { ...region.web, internalAuthority: region.api.internalAuthority }, (from) => {
    const { vpcId, publicSubnetIds, appSubnetIds, entranceGroupIds, webGroupId, privateZoneName } =
      from(networkContract);
    const { volumesKeyArn, logsKeyArn, alertTopicArn } = from(securityContract);
    const { accessLogBucketName } = from(logsContract);
    const { zoneId, originSecretNames } = from(dnsContract);
    return {
      domain,
      zoneId,
      originSecretNames,
      vpcId,
      publicSubnetIds,
      appSubnetIds,
      entranceGroupIds,
      webGroupId,
      privateZoneName,
      volumesKeyArn,
      logsKeyArn,
      alertTopicArn,
      accessLogBucketName,
    };
  });

  host.place(BackupTier, region.backup, (from) => {
    const { databaseArn } = from(databaseContract);
    const { alertTopicArn } = from(securityContract);
    const { copiesTo } = region.backup;
    return {
      databaseArn,
      alertTopicArn,
      copyVaultArn: copiesTo === null ? null : copyVaultArn(environment, copiesTo),
    };
  });

  if (region.identity) {
    host.place(IdentityTier, region.identity, (from) => ({
      domain,
      alertTopicArn: from(securityContract).alertTopicArn,
    }));
  }

  if (region.events) {
    const authorizer = region.identity ? "jwt" : "iam";
    host.place(EventsTier, { ...region.events, authorizer }, (from) => {
      const { appSubnetIds, eventsGroupIds, privateZoneName } = from(networkContract);
      const { logsKeyArn, alertTopicArn } = from(securityContract);
      const { accessLogBucketName } = from(logsContract);
      const { zoneId } = from(dnsContract);
      const tokens = region.identity ? from(identityContract) : { issuer: null, clientId: null };
      return {
        domain,
        zoneId,
        appSubnetIds,
        eventsGroupIds,
        privateZoneName,
        logsKeyArn,
        alertTopicArn,
        accessLogBucketName,
        tokenIssuer: tokens.issuer,
        tokenAudience: tokens.clientId,
      };
    });
  }

  if (region.cache) {
    host.place(CacheTier, region.cache, (from) => {
      const { dataSubnetIds, cacheGroupIds } = from(networkContract);
      const { logsKeyArn, alertTopicArn } = from(securityContract);
      return { dataSubnetIds, cacheGroupIds, logsKeyArn, alertTopicArn, apiRoleArn: from(apiContract).roleArn };
    });
  }

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
  host.place(ObservabilityTier, watched, (from) => {
    const { natGatewayIds, zoneNames, logGroupNames: networkLogs } = from(networkContract);
    const { databaseIdentifier, logGroupNames: databaseLogs } = from(databaseContract);
    const { archiveStreamName, archiveStreamArn, archiverRoleArn } = from(logsContract);
    const web = from(webContract);
    const api = from(apiContract);
    return {
      alertTopicArn: from(securityContract).alertTopicArn,
      databaseIdentifier,
      archiveStreamName,
      archiveStreamArn,
      archiverRoleArn,
      logGroupNames: Fn.concat([
        networkLogs,
        databaseLogs,
        web.logGroupNames,
        api.logGroupNames,
        ...(region.events ? [from(eventsContract).logGroupNames] : []),
        ...(region.cache ? [from(cacheContract).logGroupNames] : []),
      ]),
      natGatewayIds,
      zoneNames,
      webLoadBalancerArn: web.loadBalancerArn,
      webTargetGroupArn: web.targetGroupArn,
      webServiceName: web.serviceName,
      apiLoadBalancerArn: api.loadBalancerArn,
      apiTargetGroupArn: api.targetGroupArn,
      apiServiceName: api.serviceName,
    };
  });
}

/** What a standby region holds of the databases of live regions, once these are there. */
export function wireReplication(host: Host, environment: Environment, region: Region): void {
  if (region.role === "standby" && region.replication)
    host.place(ReplicationTier, { ...region.replication, sources: replicatedTo(region.name, environment) }, (from) => ({
      snapshotKeyArn: from(standbyContract).snapshotKeyArn,
    }));
}
