import { accessLogBucketOf, auditBucketNames } from "../../modules/audit/contract";
import { AuditTier } from "../../modules/audit/tier";
import { BaselineTier } from "../../modules/baseline/tier";
import { alertEndpoints } from "../../modules/blocks/alerts/contract";
import { CopiesTier } from "../../modules/copies/tier";
import { DeliveryTier } from "../../modules/delivery/tier";
import { pageBucketName } from "../../modules/failover/contract";
import { FailoverTier } from "../../modules/failover/tier";
import { FilesTier } from "../../modules/files/tier";
import { ReplicationTier } from "../../modules/replication/tier";
import { SecretsTier } from "../../modules/secrets/tier";
import { StandbyTier } from "../../modules/standby/tier";
import { lockTableName, stateBucketName } from "../../modules/state/contract";
import { StateTier } from "../../modules/state/tier";
import { type Environment, liveRegions, originRegions } from "../schema/environment";
import type { Region } from "../schema/region-schema";
import { keyAliasesIn, switched } from "./by-region";
import { accountsOfCopies, copiedTo, replicatedTo } from "./database-links";
import { imagesGoTo, machineImagesFor } from "./images";
import { everywhere, statePrefix } from "./location";
import { type Placement, placeIn } from "./placement";

/** What an account has in each region that it uses, whether the shop runs there or not. */
export function wireAccount(environment: Environment, region: Region): Placement[] {
  const { configBucketName, ...auditBuckets } = auditBucketNames(environment);
  const place = placeIn(region.name);
  // A restored RDS instance keeps the key of its snapshot, so its backups are under that.
  const instances = liveRegions(environment).filter(({ database }) => database.engine === "rds");
  const copiedOnByAccounts = accountsOfCopies(instances);
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
    placements.push(place(CopiesTier, { ...region.copies, copiedFrom, copiedOnByAccounts }));
  }
  if (region.role === "state" && region.secrets) {
    const replicaRegions = originRegions(environment);
    const keyAliases = keyAliasesIn(environment, [region.name, ...replicaRegions]);
    placements.push(place(SecretsTier, { ...region.secrets, replicaRegions, keyAliases }));
  }
  if (region.role !== "global" && region.files)
    placements.push(place(FilesTier, { ...region.files, inStateRegion: region.role === "state" }));
  if (region.role === "standby") placements.push(place(StandbyTier, { ...region.standby, copiedOnByAccounts }));
  if (region.role === "standby" && region.replication)
    placements.push(place(ReplicationTier, { ...region.replication, sources: replicatedTo(region.name, environment) }));
  return placements;
}
