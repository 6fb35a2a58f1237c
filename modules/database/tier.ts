import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { Construct } from "constructs";
import type { Inputs, Outputs } from "../core/contract";
import { home } from "../core/home";
import { number } from "../core/late";
import { databaseCluster } from "./cluster";
import { databaseContract } from "./contract";
import { databaseEvents } from "./events";
import { databaseInstances } from "./instances";
import { monitoringRole } from "./monitoring-role";

type C = typeof databaseContract;

/**
 * The database tier: an Aurora PostgreSQL Serverless v2 cluster, an instance in each zone and more where asked for.
 *
 * Storage, snapshots, performance data, log and master secret are encrypted; connections without TLS are refused. On
 * the network only the api reaches it. The Data API goes around the network; the master secret opens for named roles only.
 * It restores to any second of the last `backupRetentionDays`, and from `snapshotArn` when it is made. It refuses to be
 * destroyed, unless `ephemeral`; else a final snapshot and the automated backups survive `destroy`. So does the log group
 * `RDSOSMetrics`: RDS makes it, once an account and region, for the operating system metrics of every database there.
 *
 * Cost: `minCapacityUnits` for each instance at all times, storage, backups, a secret.
 */
export class DatabaseTier extends Construct implements Outputs<C> {
  static readonly contract = databaseContract;
  readonly clusterIdentifier: string;
  readonly clusterArn: string;
  readonly writerEndpoint: string;
  readonly readerEndpoint: string;
  readonly secretArn: string;

  constructor(scope: Construct, id: string, inputs: Inputs<C>) {
    super(scope, id);
    const name = `${inputs.namePrefix}-orders`;

    // Before the cluster: RDS makes a missing one itself, unencrypted and kept forever.
    const log = new CloudwatchLogGroup(this, "log", {
      name: `/aws/rds/cluster/${name}/postgresql`,
      retentionInDays: number(inputs.logRetentionDays),
      kmsKeyId: inputs.logsKeyArn,
    });
    const cluster = databaseCluster(this, name, inputs, [log]);
    databaseInstances(this, {
      cluster,
      name,
      count: 1 + inputs.readerCount,
      zoneNames: inputs.zoneNames,
      keyArn: inputs.databaseKeyArn,
      monitoring: monitoringRole(this, home(this), name),
    });
    databaseEvents(this, cluster, name, inputs.alertTopicArn);

    this.clusterIdentifier = cluster.clusterIdentifier;
    this.clusterArn = cluster.arn;
    this.writerEndpoint = cluster.endpoint;
    this.readerEndpoint = cluster.readerEndpoint;
    this.secretArn = cluster.masterUserSecret.get(0).secretArn;
  }
}
