import { DescribeRegionsCommand, EC2Client } from "@aws-sdk/client-ec2";
import { UserError } from "../../modules/core/user-error";
import { globalRegion, optInRegions } from "../../regions/schema/aws-regions";
import type { Environment } from "../../regions/schema/environment";
import { and } from "../../regions/schema/lists";

/** Fails for opt-in regions that the environment's account has not enabled: nothing could be made there. */
export async function checkRegions(
  { name, account, regions }: Environment,
  ec2 = new EC2Client({ region: globalRegion }),
): Promise<void> {
  const RegionNames = optInRegions(regions.map((region) => region.name));
  if (RegionNames.length === 0) return;
  const { Regions = [] } = await ec2.send(new DescribeRegionsCommand({ RegionNames, AllRegions: true }));
  const closed = RegionNames.filter((region) =>
    Regions.some(({ RegionName, OptInStatus }) => RegionName === region && OptInStatus === "not-opted-in"),
  );
  if (closed.length === 0) return;
  const enable = closed.map((region) => `aws account enable-region --region-name ${region}`).join("; ");
  throw new UserError(
    `${name}: account ${account} has not enabled ${and(closed)}. Enable ${closed.length === 1 ? "it" : "them"} (${enable}), ` +
      "wait some minutes until AWS says so, and run this again. Nothing was done.",
  );
}
