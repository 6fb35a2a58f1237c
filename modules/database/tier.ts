import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { Construct } from "constructs";
import type { Inputs, Outputs } from "../core/contract";
import { homeOf } from "../core/home";
import { number } from "../core/late";
import { aurora } from "./aurora";
import { databaseContract, databaseIdentifier } from "./contract";
import { monitoringRole } from "./monitoring-role";
import { rds } from "./rds";

type C = typeof databaseContract;

/**
 * The database tier: PostgreSQL, as an Aurora Serverless v2 cluster with an instance in each zone and more where asked
 * for, or (`engine: "rds"`) as one instance with a standby in another zone.
 *
 * Storage, snapshots, performance data, log and master secret are encrypted; connections without TLS are refused. On
 * the network only the api reaches it. Aurora's Data API goes around the network; the master secret opens for named roles
 * only. It restores to any second of the last `backupRetentionDays`, and from `snapshotArn` when it is made; an RDS
 * instance begins its automated backups with the first apply that does not say `snapshotArn`. It refuses to be
 * destroyed, unless `ephemeral`; else a final snapshot and the automated backups survive `destroy`. So does the log group
 * `RDSOSMetrics`: RDS makes it, once an account and region, for the operating system metrics of every database there.
 *
 * Cost: `minCapacityUnits` for each instance at all times, or an instance and its standby; storage, backups, a secret.
 */
export class DatabaseTier extends Construct implements Outputs<C> {
  static readonly contract = databaseContract;
  readonly databaseIdentifier: string;
  readonly databaseArn: string;
  readonly writerEndpoint: string;
  readonly readerEndpoint: string;
  readonly secretArn: string;
  readonly logGroupNames: string[];

  constructor(scope: Construct, id: string, inputs: Inputs<C>) {
    super(scope, id);
    const name = databaseIdentifier(inputs.namePrefix);

    // Before the database: RDS makes a missing one itself, unencrypted and kept forever.
    const log = new CloudwatchLogGroup(this, "log", {
      name: `/aws/rds/${inputs.engine === "rds" ? "instance" : "cluster"}/${name}/postgresql`,
      retentionInDays: number(inputs.logRetentionDays),
      kmsKeyId: inputs.logsKeyArn,
    });
    const monitoring = monitoringRole(this, homeOf(this), {
      name,
      instances: inputs.engine === "rds" ? name : `${name}-*`,
    });
    const common = { name, monitoring, log };
    const made = inputs.engine === "rds" ? rds(this, { ...common, inputs }) : aurora(this, { ...common, inputs });

    this.databaseIdentifier = made.databaseIdentifier;
    this.databaseArn = made.databaseArn;
    this.writerEndpoint = made.writerEndpoint;
    this.readerEndpoint = made.readerEndpoint;
    this.secretArn = made.secretArn;
    this.logGroupNames = [log.name];
  }
}
