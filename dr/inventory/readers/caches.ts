import {
  paginateDescribeCacheClusters,
  paginateDescribeCacheParameterGroups,
  paginateDescribeCacheParameters,
  paginateDescribeCacheSubnetGroups,
  paginateDescribeReplicationGroups,
  paginateDescribeUserGroups,
  paginateDescribeUsers,
} from "@aws-sdk/client-elasticache";
import type { Aws } from "../../aws";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Item } from "../item";
import type { Reader } from "../reader";

/** ElastiCache: replication groups with their nodes, and the groups of subnets, parameters and users. AWS's own are left out. */
export const caches: Reader = {
  service: "ElastiCache",
  list: async (aws) =>
    (
      await Promise.all([replicationGroups(aws), subnetGroups(aws), parameterGroups(aws), users(aws), userGroups(aws)])
    ).flat(),
};

async function replicationGroups({ elastiCache: client }: Aws): Promise<Item[]> {
  const [groups, nodes] = await Promise.all([
    everyItem(paginateDescribeReplicationGroups({ client }, {}), (page) => page.ReplicationGroups),
    everyItem(paginateDescribeCacheClusters({ client }, {}), (page) => page.CacheClusters),
  ]);
  return groups.map((group) => ({
    type: "aws_elasticache_replication_group",
    id: given(group.ARN),
    name: group.ReplicationGroupId,
    settings: {
      status: group.Status,
      engine: group.Engine,
      nodeType: group.CacheNodeType,
      automaticFailover: group.AutomaticFailover,
      multiAz: group.MultiAZ,
      atRestEncryption: group.AtRestEncryptionEnabled,
      kmsKey: group.KmsKeyId,
      transitEncryption: group.TransitEncryptionEnabled,
      transitEncryptionMode: group.TransitEncryptionMode,
      authToken: group.AuthTokenEnabled,
      userGroups: group.UserGroupIds,
      snapshotRetention: group.SnapshotRetentionLimit,
      snapshotWindow: group.SnapshotWindow,
      logs: group.LogDeliveryConfigurations,
      nodes: nodes
        .filter(({ ReplicationGroupId }) => ReplicationGroupId === group.ReplicationGroupId)
        .map((node) => ({
          name: node.CacheClusterId,
          zone: node.PreferredAvailabilityZone,
          engineVersion: node.EngineVersion,
          subnetGroup: node.CacheSubnetGroupName,
          parameterGroup: node.CacheParameterGroup?.CacheParameterGroupName,
          securityGroups: node.SecurityGroups?.map(({ SecurityGroupId }) => SecurityGroupId),
        })),
    },
  }));
}

async function subnetGroups({ elastiCache: client }: Aws): Promise<Item[]> {
  const found = await everyItem(paginateDescribeCacheSubnetGroups({ client }, {}), (page) => page.CacheSubnetGroups);
  return found.map((group) => ({
    type: "aws_elasticache_subnet_group",
    id: given(group.ARN),
    name: group.CacheSubnetGroupName,
    settings: { vpc: group.VpcId, subnets: group.Subnets?.map(({ SubnetIdentifier }) => SubnetIdentifier) },
  }));
}

async function parameterGroups({ elastiCache: client }: Aws): Promise<Item[]> {
  const pages = paginateDescribeCacheParameterGroups({ client }, {});
  const own = (await everyItem(pages, (page) => page.CacheParameterGroups)).filter(
    ({ CacheParameterGroupName }) => !CacheParameterGroupName?.startsWith("default."),
  );
  return Promise.all(
    own.map(async ({ ARN, CacheParameterGroupName, CacheParameterGroupFamily }) => {
      const input = { CacheParameterGroupName, Source: "user" };
      const set = await everyItem(paginateDescribeCacheParameters({ client }, input), ({ Parameters }) => Parameters);
      const parameters = set.map(({ ParameterName = "", ParameterValue }) => [ParameterName, ParameterValue]);
      return {
        type: "aws_elasticache_parameter_group",
        id: given(ARN),
        name: CacheParameterGroupName,
        settings: { family: CacheParameterGroupFamily, parameters: Object.fromEntries(parameters) },
      };
    }),
  );
}

async function users({ elastiCache: client }: Aws): Promise<Item[]> {
  const found = await everyItem(paginateDescribeUsers({ client }, {}), ({ Users }) => Users);
  return found
    .filter(({ UserId }) => UserId !== "default")
    .map((user) => ({
      type: "aws_elasticache_user",
      id: given(user.ARN),
      name: user.UserId,
      settings: {
        userName: user.UserName,
        engine: user.Engine,
        access: user.AccessString,
        authentication: user.Authentication?.Type,
      },
    }));
}

async function userGroups({ elastiCache: client }: Aws): Promise<Item[]> {
  const found = await everyItem(paginateDescribeUserGroups({ client }, {}), ({ UserGroups }) => UserGroups);
  return found.map((group) => ({
    type: "aws_elasticache_user_group",
    id: given(group.ARN),
    name: group.UserGroupId,
    settings: { engine: group.Engine, users: group.UserIds },
  }));
}
