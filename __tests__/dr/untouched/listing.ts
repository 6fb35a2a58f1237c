import { createHash } from "node:crypto";
import { GetMetricStatisticsCommand, paginateListMetrics } from "@aws-sdk/client-cloudwatch";
import { paginateListTables, paginateScan } from "@aws-sdk/client-dynamodb";
import { DescribeKeyCommand, paginateListKeys } from "@aws-sdk/client-kms";
import { paginateGetResources } from "@aws-sdk/client-resource-groups-tagging-api";
import { GetObjectCommand, ListBucketsCommand, ListObjectVersionsCommand } from "@aws-sdk/client-s3";
import type { Aws } from "../../../dr/aws";
import { keyOf } from "../../../dr/inventory/item";
import { takeGlobalInventory, takeInventory } from "../../../dr/inventory/take";
import { everyItem } from "../../../dr/lookup/pages";
import { switches, switchNamespace } from "../../../modules/failover/switches/contract";

/** All that an account has, by what tells it from all else: its configuration, its tags, its contents. */
export type Listing = ReadonlyMap<string, string>;

/** Lists everything in these regions and in none: the inventory, and beside it tags, versions of objects, items, states of keys and switches. */
export async function listAll(aws: (region: string) => Aws, regions: readonly string[]): Promise<Listing> {
  const global = await takeGlobalInventory(aws("us-east-1"));
  const lists = await Promise.all([
    ...regions.map((region) => listRegion(aws(region))),
    ...regions.slice(0, 1).map((region) => objects(aws(region))),
  ]);
  return new Map([
    ...global.map((one): [string, string] => [`global ${keyOf(one)}`, JSON.stringify(one)]),
    ...lists.flat(),
  ]);
}

async function listRegion(aws: Aws): Promise<[string, string][]> {
  const found = await Promise.all([inventory(aws), tags(aws), items(aws), keys(aws), switchesOn(aws)]);
  return found.flat().map(([what, value]) => [`${aws.region} ${what}`, value]);
}

const inventory = async (aws: Aws): Promise<[string, string][]> =>
  (await takeInventory(aws)).map((one) => [keyOf(one), JSON.stringify(one)]);

async function tags({ tagging: client }: Aws): Promise<[string, string][]> {
  const found = await everyItem(paginateGetResources({ client }, {}), (page) => page.ResourceTagMappingList);
  return found.map(({ ResourceARN, Tags }) => [`tags of ${ResourceARN}`, JSON.stringify(Tags)]);
}

/** The switches that are on, by the last value that was sent: it may be of the next minute. */
async function switchesOn({ cloudwatch: client }: Aws): Promise<[string, string][]> {
  const Namespace = switchNamespace;
  const metrics = await everyItem(paginateListMetrics({ client }, { Namespace }), ({ Metrics }) => Metrics);
  const lists = metrics.map(async ({ MetricName, Dimensions = [] }): Promise<[string, string][]> => {
    const { stat } = Object.values(switches).find(({ metric }) => metric === MetricName) ?? switches.fence;
    const times = { StartTime: new Date(Date.now() - 43_200_000), EndTime: new Date(Date.now() + 3_600_000) };
    const { Datapoints = [] } = await client.send(
      new GetMetricStatisticsCommand({ Namespace, MetricName, Dimensions, ...times, Period: 60, Statistics: [stat] }),
    );
    const last = Datapoints.reduce((one, other) => ((one.Timestamp ?? 0) > (other.Timestamp ?? 0) ? one : other), {});
    return last[stat] === 1 ? [[`switch ${MetricName} of ${Dimensions[0]?.Value}`, "on"]] : [];
  });
  return (await Promise.all(lists)).flat();
}

async function items({ dynamodb: client }: Aws): Promise<[string, string][]> {
  const tables = await everyItem(paginateListTables({ client }, {}), ({ TableNames }) => TableNames);
  const lists = tables.map(async (TableName) => {
    const found = await everyItem(paginateScan({ client }, { TableName }), ({ Items }) => Items);
    return found.map((item): [string, string] => [`item ${TableName} ${item.LockID?.S}`, JSON.stringify(item)]);
  });
  return (await Promise.all(lists)).flat();
}

async function keys({ kms: client }: Aws): Promise<[string, string][]> {
  const found = await everyItem(paginateListKeys({ client }, {}), ({ Keys }) => Keys);
  return Promise.all(
    found.map(async ({ KeyId }): Promise<[string, string]> => {
      const { KeyMetadata } = await client.send(new DescribeKeyCommand({ KeyId }));
      return [`key ${KeyId}`, JSON.stringify(KeyMetadata)];
    }),
  );
}

async function objects({ s3 }: Aws): Promise<[string, string][]> {
  const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
  const lists = Buckets.map(async ({ Name: Bucket }) => {
    const { Versions = [], DeleteMarkers = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket }));
    const read = Versions.map(async ({ Key, VersionId, IsLatest }): Promise<[string, string]> => {
      const { Body } = await s3.send(
        new GetObjectCommand({ Bucket, Key, ...(VersionId === "null" ? {} : { VersionId }) }),
      );
      const digest = createHash("sha256")
        .update((await Body?.transformToByteArray()) ?? "")
        .digest("hex");
      return [`s3://${Bucket}/${Key} ${VersionId}`, `${digest} ${IsLatest}`];
    });
    return [
      ...(await Promise.all(read)),
      ...DeleteMarkers.map(({ Key, VersionId }): [string, string] => [
        `s3://${Bucket}/${Key} ${VersionId} deleted`,
        "",
      ]),
    ];
  });
  return (await Promise.all(lists)).flat();
}

/** What was there before and is gone or other now; and what is there now and was not. */
export function compared(before: Listing, now: Listing): { readonly touched: string[]; readonly added: string[] } {
  return {
    touched: [...before].filter(([key, value]) => now.get(key) !== value).map(([key]) => key),
    added: [...now.keys()].filter((key) => !before.has(key)),
  };
}
