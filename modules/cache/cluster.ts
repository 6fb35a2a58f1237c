import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { ElasticacheParameterGroup } from "@cdktf/provider-aws/lib/elasticache-parameter-group";
import { ElasticacheReplicationGroup } from "@cdktf/provider-aws/lib/elasticache-replication-group";
import { ElasticacheSubnetGroup } from "@cdktf/provider-aws/lib/elasticache-subnet-group";
import type { Construct } from "constructs";
import { key } from "../blocks/encryption/key";
import { grantsThroughServices, throughServices } from "../blocks/encryption/statements";
import type { Inputs } from "../core/contract";
import type { Home } from "../core/home";
import { number } from "../core/late";
import { ports } from "../network/contract";
import type { cacheContract } from "./contract";

const services = ["elasticache"];

/** The replication group in the data subnets, with its key, parameters and log. */
export function cluster(
  scope: Construct,
  inputs: Inputs<typeof cacheContract>,
  { home, userGroupId }: { readonly home: Home; readonly userGroupId: string },
) {
  const name = `${inputs.namePrefix}-cache`;
  const { arn: kmsKeyId } = key(scope, "cache", {
    home,
    description: "The cache and its snapshots",
    alias: `alias/${name}`,
    statements: [
      throughServices(home, "StoreData", { services }),
      grantsThroughServices(home, "HandOnToTheCache", { services }),
    ],
  });
  const subnets = new ElasticacheSubnetGroup(scope, "subnets", {
    name,
    description: "Data subnets",
    subnetIds: inputs.dataSubnetIds,
  });
  const parameters = new ElasticacheParameterGroup(scope, "parameters", {
    name,
    family: "valkey8",
    description: "Evicts the least recently used keys when memory is full",
    parameter: [{ name: "maxmemory-policy", value: "allkeys-lru" }],
  });
  const log = new CloudwatchLogGroup(scope, "log", {
    name: `/aws/elasticache/${name}`,
    retentionInDays: number(inputs.logRetentionDays),
    kmsKeyId: inputs.logsKeyArn,
  });
  const made = new ElasticacheReplicationGroup(scope, "nodes", {
    replicationGroupId: name,
    description: "Cache of the shop",
    engine: "valkey",
    engineVersion: inputs.engineVersion,
    nodeType: inputs.nodeType,
    numCacheClusters: inputs.nodeCount,
    automaticFailoverEnabled: true,
    multiAzEnabled: true,
    parameterGroupName: parameters.name,
    port: ports.cache,
    subnetGroupName: subnets.name,
    securityGroupIds: inputs.cacheGroupIds,
    atRestEncryptionEnabled: "true",
    kmsKeyId,
    transitEncryptionEnabled: true,
    transitEncryptionMode: "required",
    userGroupIds: [userGroupId],
    snapshotRetentionLimit: number(inputs.snapshotRetentionDays),
    snapshotWindow: "01:00-02:00",
    maintenanceWindow: "sun:03:00-sun:04:00",
    autoMinorVersionUpgrade: "false", // the version is in git
    applyImmediately: true,
    logDeliveryConfiguration: ["engine-log", "slow-log"].map((logType) => ({
      logType,
      logFormat: "json",
      destinationType: "cloudwatch-logs",
      destination: log.name,
    })),
  });
  return { made, name, log };
}
