import * as cognito from "@aws-sdk/client-cognito-identity-provider";
import * as elastiCache from "@aws-sdk/client-elasticache";
import { given } from "../../../dr/inventory/answers";
import type { Leftover } from "./leftover";
import type { World } from "./world";

/** One leftover of each kind that a cache and its users, or the shop's customers, are. */
export const optionalTierLeftovers: readonly Leftover[] = [
  {
    type: "aws_elasticache_replication_group",
    make: async ({ aws: { elastiCache: client } }) => {
      const input = { ReplicationGroupId: "left", ReplicationGroupDescription: "left", Engine: "valkey" };
      const { ReplicationGroup } = await client.send(new elastiCache.CreateReplicationGroupCommand(input));
      const remove = () => client.send(new elastiCache.DeleteReplicationGroupCommand(input));
      return { id: given(ReplicationGroup?.ARN), remove };
    },
  },
  {
    type: "aws_elasticache_subnet_group",
    make: async ({ aws: { elastiCache: client }, subnets }) => {
      const input = { CacheSubnetGroupName: "left", CacheSubnetGroupDescription: "left", SubnetIds: [...subnets] };
      const { CacheSubnetGroup } = await client.send(new elastiCache.CreateCacheSubnetGroupCommand(input));
      const remove = () => client.send(new elastiCache.DeleteCacheSubnetGroupCommand(input));
      return { id: given(CacheSubnetGroup?.ARN), remove };
    },
  },
  {
    type: "aws_elasticache_parameter_group",
    make: async ({ aws: { elastiCache: client } }) => {
      const input = { CacheParameterGroupName: "left", CacheParameterGroupFamily: "valkey8", Description: "left" };
      const { CacheParameterGroup } = await client.send(new elastiCache.CreateCacheParameterGroupCommand(input));
      const remove = () => client.send(new elastiCache.DeleteCacheParameterGroupCommand(input));
      return { id: given(CacheParameterGroup?.ARN), remove };
    },
  },
  {
    type: "aws_elasticache_user",
    make: async ({ aws }) => ({ id: await makeUser(aws, "left"), remove: () => removeUser(aws, "left") }),
  },
  {
    type: "aws_elasticache_user_group",
    make: async ({ aws }) => {
      await makeUser(aws, "gone");
      const input = { UserGroupId: "left", Engine: "valkey", UserIds: ["gone"] };
      const { ARN } = await aws.elastiCache.send(new elastiCache.CreateUserGroupCommand(input));
      await removeUser(aws, "gone");
      const remove = () => aws.elastiCache.send(new elastiCache.DeleteUserGroupCommand(input));
      return { id: given(ARN), remove };
    },
  },
  {
    type: "aws_cognito_user_pool",
    make: async ({ aws: { cognito: client } }) => {
      const { UserPool } = await client.send(new cognito.CreateUserPoolCommand({ PoolName: "left" }));
      const removal = { UserPoolId: UserPool?.Id };
      return { id: given(UserPool?.Id), remove: () => client.send(new cognito.DeleteUserPoolCommand(removal)) };
    },
  },
];

async function makeUser({ elastiCache: client }: World["aws"], UserId: string): Promise<string> {
  const input = { UserId, UserName: UserId, Engine: "valkey", AccessString: "on ~* +@all" };
  const made = await client.send(new elastiCache.CreateUserCommand({ ...input, AuthenticationMode: { Type: "iam" } }));
  return given(made.ARN);
}

/** moto tells a user once more while it is being deleted. */
async function removeUser({ elastiCache: client }: World["aws"], UserId: string): Promise<void> {
  await client.send(new elastiCache.DeleteUserCommand({ UserId }));
  await client.send(new elastiCache.DescribeUsersCommand({ UserId }));
}
