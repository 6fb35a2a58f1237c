import { setTimeout as sleep } from "node:timers/promises";
import {
  type CloudWatchLogsClient,
  DeleteLogGroupCommand,
  type LogGroup,
  paginateDescribeLogGroups,
  TagResourceCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { runTagKey } from "../../modules/core/run";
import { regionPrefix } from "../../regions/wiring/location";
import type { DrillWith } from "../drill";
import { everyItem } from "../lookup/pages";
import type { At } from "../step";
import type { Stood } from "./delete-copies";

/**
 * Deletes the log groups that services made again after their destroy, with what they had not written yet.
 *
 * RDS and Lambda do that minutes later, so it looks after a quiet period. Such a group is below their own folder, of the lost
 * region's or the run's tiers, and made since the run began; and it has neither key nor days, as all that tiers make have.
 */
export async function deleteLateLogs(
  drill: DrillWith<"aws">,
  { from, to }: { readonly from: Stood["from"]; to(): Stood["to"] },
  { say, signal }: At,
): Promise<void> {
  const { environment, lost, target, run, where } = drill.settings;
  const quietSeconds = where.kind === "account" ? (where.quietSeconds ?? 0) : 0;
  if (quietSeconds > 0) say(`waiting ${quietSeconds} seconds for logs that come late`);
  await sleep(quietSeconds * 1000, undefined, { signal });
  const places = [
    { region: lost.name, prefix: regionPrefix(environment.name, lost.name) },
    { region: target.region, prefix: run },
  ];
  for (const { region, prefix } of places) {
    const { logs } = drill.need("aws")(region);
    const found = await everyItem(paginateDescribeLogGroups({ client: logs }, {}), ({ logGroups }) => logGroups);
    const stood = { from, to: to() };
    for (const group of found.filter((one) => isNamed(one, prefix) && isOfAService(one) && isOf(one, stood))) {
      say(`deleting ${group.logGroupName} in ${region}, which a service made again`);
      await remove(logs, run, group);
    }
  }
}

const isNamed = ({ logGroupName = "" }: LogGroup, prefix: string): boolean =>
  ["/aws/rds/cluster/", "/aws/rds/instance/", "/aws/lambda/"].some((folder) =>
    logGroupName.startsWith(`${folder}${prefix}-`),
  );

const isOfAService = ({ kmsKeyId, retentionInDays }: LogGroup): boolean =>
  kmsKeyId === undefined && retentionInDays === undefined;

const isOf = ({ creationTime }: LogGroup, { from, to }: Stood): boolean =>
  creationTime !== undefined && creationTime >= from.getTime() && creationTime <= to.getTime();

/** The role of drills deletes only what carries a run's mark, which no service gives. */
async function remove(client: CloudWatchLogsClient, run: string, { arn = "", logGroupName }: LogGroup): Promise<void> {
  await client.send(new TagResourceCommand({ resourceArn: arn.replace(/:\*$/, ""), tags: { [runTagKey]: run } }));
  await client.send(new DeleteLogGroupCommand({ logGroupName }));
}
