import { DescribeRegionsCommand, EC2Client } from "@aws-sdk/client-ec2";
import { UserError } from "../../modules/core/user-error";
import { globalRegion, optInRegions, type RegionName } from "../../regions/schema/aws-regions";
import type { Environment } from "../../regions/schema/environment";
import { and } from "../../regions/schema/lists";

/** The opt-in regions that the environment's account has not enabled. */
export async function closedRegions(
  { regions }: Environment,
  ec2 = new EC2Client({ region: globalRegion }),
): Promise<RegionName[]> {
  const RegionNames = optInRegions(regions.map((region) => region.name));
  if (RegionNames.length === 0) return [];
  const { Regions = [] } = await ec2.send(new DescribeRegionsCommand({ RegionNames, AllRegions: true }));
  return RegionNames.filter((region) =>
    Regions.some(({ RegionName, OptInStatus }) => RegionName === region && OptInStatus === "not-opted-in"),
  );
}

/** What enables regions. */
export const enabling = (regions: readonly RegionName[]): string =>
  regions.map((region) => `aws account enable-region --region-name ${region}`).join("; ");

/** Fails for opt-in regions that the environment's account has not enabled: nothing could be made there. */
export async function checkRegions(environment: Environment, ec2?: EC2Client): Promise<void> {
  const { name, account } = environment;
  const closed = await closedRegions(environment, ec2);
  if (closed.length === 0) return;
  throw new UserError(
    `${name}: account ${account} has not enabled ${and(closed)}. Enable ${closed.length === 1 ? "it" : "them"} (${enabling(closed)}), ` +
      "wait some minutes until AWS says so, and run this again. Nothing was done.",
  );
}
