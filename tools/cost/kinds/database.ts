import { blocksIn, numberIn, textIn, type ValuedResource } from "../../../terraform/values/resource";
import { free, type Kind, type Part, priced, within } from "../kind";
import type { Use } from "../use";

export const database: Readonly<Record<string, Kind>> = {
  aws_rds_cluster: priced(cluster),
  aws_rds_cluster_instance: priced(member),
  aws_rds_global_cluster: priced((_, use) => [
    {
      what: "replicated writes",
      sku: "aurora.global.replwrite.perM",
      quantity: use.of("databaseIoMillion") * use.of("databaseWriteShare"),
      per: "use",
    },
  ]),
  aws_db_instance: priced(instance),
  aws_db_instance_automated_backups_replication: priced(replication),
  aws_db_subnet_group: free("groups and parameters are free"),
  aws_db_parameter_group: free("groups and parameters are free"),
  aws_rds_cluster_parameter_group: free("groups and parameters are free"),
  aws_db_event_subscription: within("the topic that it writes to"),
  aws_elasticache_replication_group: priced(({ values }, use) => [
    {
      what: "nodes",
      sku: `elasticache.${textIn(values, "node_type")}.${textIn(values, "engine")}.hour`,
      quantity: (numberIn(values, "num_cache_clusters") ?? 1) * use.hours,
      per: "hour",
    },
  ]),
  aws_elasticache_user: free("groups and parameters are free"),
  aws_elasticache_user_group: free("groups and parameters are free"),
  aws_elasticache_subnet_group: free("groups and parameters are free"),
  aws_elasticache_parameter_group: free("groups and parameters are free"),
  aws_dynamodb_table: priced((table, use) => {
    const requests = use.share("lockRequestsMillion", table);
    return [
      { what: "writes", sku: "dynamodb.wru.perM", quantity: requests, per: "use" },
      { what: "reads", sku: "dynamodb.rru.perM", quantity: requests, per: "use" },
    ];
  }),
};

const isOptimized = ({ values }: ValuedResource): boolean => textIn(values, "storage_type") === "aurora-iopt1";

type Told = Part | { readonly noPrice: string };

/** A master password that RDS keeps in Secrets Manager costs like any other secret. */
const masterSecret = ({ values }: ValuedResource): Part[] =>
  values.manage_master_user_password === true
    ? [{ what: "master secret", sku: "secrets.secret.month", quantity: 1, per: "hour" }]
    : [];

/** What changes within the days of automated backups, beyond what is free: as much as the database has. */
const backupGb = ({ values }: ValuedResource, freeGb: number, use: Use): number => {
  const days = numberIn(values, "backup_retention_period") ?? 1;
  const kept = use.of("databaseGb") + use.of("databaseChangedGbPerDay") * days;
  return days > 1 ? Math.max(0, kept - freeGb) : 0;
};

const monitored = ({ values }: ValuedResource): Told[] =>
  (numberIn(values, "monitoring_interval") ?? 0) > 0 ? [{ noPrice: "the log of Enhanced Monitoring, by volume" }] : [];

/** Storage, requests and automated backups belong to the cluster; capacity to each of its instances. */
function cluster(resource: ValuedResource, use: Use): Told[] {
  const storage = { what: "storage", quantity: use.of("databaseGb"), per: "month" } as const;
  const beside: Told[] = [
    {
      what: "automated backups",
      sku: "aurora.backup.gbmonth",
      quantity: backupGb(resource, use.of("databaseGb"), use),
      per: "month",
    },
    ...masterSecret(resource),
    ...(resource.values.enable_http_endpoint === true ? [{ noPrice: "requests to the Data API" }] : []),
  ];
  if (isOptimized(resource)) return [{ ...storage, sku: "aurora.storage.io.gbmonth" }, ...beside];
  const requests = use.share("databaseIoMillion", resource);
  return [
    { ...storage, sku: "aurora.storage.gbmonth" },
    { what: "storage requests", sku: "aurora.io.perM", quantity: requests, per: "use" },
    ...beside,
  ];
}

/** An instance of Serverless v2 has between the minimum and the maximum of its cluster. */
function member(resource: ValuedResource, use: Use): Told[] {
  const { values, root } = resource;
  const own = use.all("aws_rds_cluster").find((one) => one.root === root);
  const optimized = own !== undefined && isOptimized(own);
  const instanceClass = textIn(values, "instance_class") ?? "unknown";
  if (instanceClass !== "db.serverless") {
    const sku = `aurora.pg.${instanceClass}${optimized ? ".io" : ""}.hour`;
    return [{ what: "hours", sku, quantity: use.hours, per: "hour" }, ...monitored(resource)];
  }
  const [scaling = {}] = own ? blocksIn(own.values, "serverlessv2_scaling_configuration") : [];
  const minimum = numberIn(scaling, "min_capacity") ?? 0;
  const units = minimum + use.of("databaseLoadShare") * ((numberIn(scaling, "max_capacity") ?? minimum) - minimum);
  const sku = optimized ? "aurora.sv2.io.acuhour" : "aurora.sv2.acuhour";
  return [{ what: "capacity units", sku, quantity: units * use.hours, per: "hour" }, ...monitored(resource)];
}

/** A rate for several zones holds the standby, and so does its storage. Backups up to the size of the storage are free. */
function instance(resource: ValuedResource, use: Use): Told[] {
  const { values } = resource;
  const zones = values.multi_az === true ? "multiaz" : "single";
  const instanceClass = textIn(values, "instance_class") ?? "unknown";
  const allocated = numberIn(values, "allocated_storage") ?? 0;
  return [
    { what: "hours", sku: `rds.pg.${instanceClass}.${zones}.hour`, quantity: use.hours, per: "hour" },
    {
      what: "storage",
      sku: `rds.gp3.${zones}.gbmonth`,
      quantity: Math.max(allocated, use.of("databaseGb")),
      per: "hour",
    },
    {
      what: "automated backups",
      sku: "rds.backup.gbmonth",
      quantity: backupGb(resource, allocated, use),
      per: "month",
    },
    ...masterSecret(resource),
    ...monitored(resource),
  ];
}

/** The first copy is of everything; then what changes goes over, and is kept. */
function replication({ values }: ValuedResource, use: Use): Part[] {
  const changed = use.of("databaseChangedGbPerDay");
  const kept = use.of("databaseGb") + changed * (numberIn(values, "retention_period") ?? 7);
  const source = /^arn:aws:rds:([^:]+):/.exec(String(values.source_db_instance_arn))?.[1];
  return [
    { what: "backups kept", sku: "rds.backup.gbmonth", quantity: kept, per: "month" },
    {
      what: "transfer from the other region",
      sku: "dt.interregion.gb",
      ...(source === undefined ? {} : { region: source }),
      quantity: changed * daysPerMonth(use),
      per: "use",
    },
  ];
}

const daysPerMonth = (use: Use): number => use.hours / 24;
