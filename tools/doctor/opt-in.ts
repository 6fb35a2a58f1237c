import type { EC2Client } from "@aws-sdk/client-ec2";
import { optInRegions } from "../../regions/schema/aws-regions";
import type { Environment } from "../../regions/schema/environment";
import { and } from "../../regions/schema/lists";
import { closedRegions, enabling } from "../limits/opt-in";
import { asking } from "./asking";
import { type Finding, of } from "./finding";

const { ok, wrong } = of("account");

/** Whether the account has enabled the regions that AWS does not enable by itself. */
export const optInFindings = (environment: Environment, ec2?: EC2Client): Promise<Finding[]> =>
  asking({ what: "which regions the account has enabled", actions: "ec2:DescribeRegions" }, async () => {
    const asked = optInRegions(environment.regions.map(({ name }) => name));
    if (asked.length === 0) return [ok(`no region of ${environment.name} has to be enabled first`)];
    const closed = await closedRegions(environment, ec2);
    if (closed.length === 0) return [ok(`the account has enabled ${and(asked)}`)];
    return [wrong(`the account has not enabled ${and(closed)}`, `${enabling(closed)}, and wait until AWS says so`)];
  });
