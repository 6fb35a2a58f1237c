import { DbInstanceAutomatedBackupsReplication } from "@cdktf/provider-aws/lib/db-instance-automated-backups-replication";
import { Construct } from "constructs";
import type { Inputs, Outputs } from "../core/contract";
import { homeOf } from "../core/home";
import { number } from "../core/late";
import { replicationContract } from "./contract";

type C = typeof replicationContract;

/**
 * The replication tier: automated backups of RDS instances of live regions, kept in this standby region.
 *
 * It exists where the database of a live region has `copiedTo`, uses the standby's snapshot key, and needs the database to exist.
 * The backups outlive their instance: `aws rds restore-db-instance-to-point-in-time` restores one to any second, and a recovery
 * starts from a snapshot of that.
 *
 * *Cost*: storage of the backups, and transfer between regions.
 */
export class ReplicationTier extends Construct implements Outputs<C> {
  static readonly contract = replicationContract;
  readonly automatedBackupArns: string[];

  constructor(scope: Construct, id: string, { sources, snapshotKeyArn, retentionDays }: Inputs<C>) {
    super(scope, id);
    const { partition, account } = homeOf(this);
    this.automatedBackupArns = Object.entries(sources).map(
      ([region, identifier]) =>
        new DbInstanceAutomatedBackupsReplication(this, region, {
          sourceDbInstanceArn: `arn:${partition}:rds:${region}:${account}:db:${identifier}`,
          kmsKeyId: snapshotKeyArn,
          retentionPeriod: number(retentionDays),
        }).id,
    );
  }
}
