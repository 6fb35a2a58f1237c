import {
  paginateDescribeDBClusterParameterGroups,
  paginateDescribeDBClusterParameters,
  paginateDescribeDBParameterGroups,
  paginateDescribeDBParameters,
  paginateDescribeDBSubnetGroups,
} from "@aws-sdk/client-rds";
import type { Aws } from "../../aws";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Item } from "../item";
import type { Reader } from "../reader";

/** Subnet groups, and parameter groups with the parameters that were set. AWS's default ones are left out. */
export const dbGroups: Reader = {
  service: "RDS",
  list: async (aws) =>
    (await Promise.all([subnetGroups(aws), clusterParameterGroups(aws), parameterGroups(aws)])).flat(),
};

async function subnetGroups({ rds: client }: Aws): Promise<Item[]> {
  const found = await everyItem(paginateDescribeDBSubnetGroups({ client }, {}), ({ DBSubnetGroups }) => DBSubnetGroups);
  return found.map((group) => ({
    type: "aws_db_subnet_group",
    id: given(group.DBSubnetGroupArn),
    name: group.DBSubnetGroupName,
    settings: { vpc: group.VpcId, subnets: group.Subnets?.map(({ SubnetIdentifier }) => SubnetIdentifier) },
  }));
}

async function clusterParameterGroups({ rds: client }: Aws): Promise<Item[]> {
  const pages = paginateDescribeDBClusterParameterGroups({ client }, {});
  const own = (await everyItem(pages, (page) => page.DBClusterParameterGroups)).filter(
    ({ DBClusterParameterGroupName }) => !isDefault(DBClusterParameterGroupName),
  );
  return Promise.all(
    own.map(async ({ DBClusterParameterGroupArn, DBClusterParameterGroupName, DBParameterGroupFamily }) => {
      const input = { DBClusterParameterGroupName, Source: "user" };
      const set = await everyItem(
        paginateDescribeDBClusterParameters({ client }, input),
        ({ Parameters }) => Parameters,
      );
      return {
        type: "aws_rds_cluster_parameter_group",
        id: given(DBClusterParameterGroupArn),
        name: DBClusterParameterGroupName,
        settings: { family: DBParameterGroupFamily, parameters: values(set) },
      };
    }),
  );
}

async function parameterGroups({ rds: client }: Aws): Promise<Item[]> {
  const found = await everyItem(
    paginateDescribeDBParameterGroups({ client }, {}),
    ({ DBParameterGroups }) => DBParameterGroups,
  );
  const own = found.filter(({ DBParameterGroupName }) => !isDefault(DBParameterGroupName));
  return Promise.all(
    own.map(async ({ DBParameterGroupArn, DBParameterGroupName, DBParameterGroupFamily }) => {
      const input = { DBParameterGroupName, Source: "user" };
      const set = await everyItem(paginateDescribeDBParameters({ client }, input), ({ Parameters }) => Parameters);
      return {
        type: "aws_db_parameter_group",
        id: given(DBParameterGroupArn),
        name: DBParameterGroupName,
        settings: { family: DBParameterGroupFamily, parameters: values(set) },
      };
    }),
  );
}

const isDefault = (name: string | undefined): boolean => name?.startsWith("default.") ?? false;

const values = (parameters: readonly { readonly ParameterName?: string; readonly ParameterValue?: string }[]) =>
  Object.fromEntries(parameters.map(({ ParameterName = "", ParameterValue }) => [ParameterName, ParameterValue]));
