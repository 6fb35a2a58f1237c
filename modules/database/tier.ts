import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { Construct } from "constructs";
import type { Inputs, Outputs } from "../core/contract";
import { boundedHomeOf } from "../core/home";
import { number } from "../core/late";
import { aurora } from "./aurora";
import { databaseContract, databaseIdentifier } from "./contract";
import { monitoringRole } from "./monitoring-role";
import { preparation } from "./preparation/preparation";
import { rds } from "./rds";

type C = typeof databaseContract;

/**
 * The database tier: PostgreSQL, as an Aurora Serverless v2 cluster with an instance in each zone and more if requested, or
 * (`engine: "rds"`) as one instance with a standby in another zone.
 *
 * Storage, snapshots, performance data, logs and the master secret are encrypted; connections without TLS are refused. Only the
 * API tier and a function of this tier can reach it over the network. Aurora's Data API, off by default, does not use that
 * network; it needs the master secret, which only the named roles can read. RDS makes and rotates the master password; of a
 * global database, for which it does not, Secrets Manager draws it, and another one when `masterPasswordVersion` is raised. It
 * is in no plan, log or state.
 * That function makes the API's user, which logs in with IAM, a schema and its owner, and applies migrations, when
 * `./shop database prepare` calls it; a replica has no such function, because it has what its primary has.
 * The database can be restored to any second of the last `backupRetentionDays`, and is created from
 * `snapshotArn` if given; an RDS instance starts its automated backups with the first apply without `snapshotArn`. It has
 * deletion protection unless `ephemeral`; without that, a final snapshot and the automated backups outlive it. So does the
 * log group `RDSOSMetrics`, which RDS creates once per account and region for the operating system metrics of all databases.
 *
 * *Cost*: `minCapacityUnits` of each instance at all times, or an instance and its standby; storage, backups, a secret; the function by
 * the call.
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
    const home = boundedHomeOf(this, inputs);
    const monitoring = monitoringRole(this, home, {
      name,
      instances: inputs.engine === "rds" ? name : `${name}-*`,
    });
    // Of each database its own, or the snapshot of one that was destroyed before would stop the next destroy: the state keeps
    // what AWS calls its role.
    const finalSnapshot = `${name}-final-${monitoring.uniqueId}`;
    const common = { name, monitoring, log, finalSnapshot };
    const made = inputs.engine === "rds" ? rds(this, { ...common, inputs }) : aurora(this, { ...common, inputs });

    // A replica has what was made in its primary.
    const logs = inputs.engine === "replica" ? [log] : [log, preparation(this, inputs, { home, made })];

    this.databaseIdentifier = made.databaseIdentifier;
    this.databaseArn = made.databaseArn;
    this.writerEndpoint = made.writerEndpoint;
    this.readerEndpoint = made.readerEndpoint;
    this.secretArn = made.secretArn;
    this.logGroupNames = logs.map(({ name }) => name);
  }
}
