import { DescribeTrailsCommand } from "@aws-sdk/client-cloudtrail";
import { auditBucketNames, trailName } from "../../../modules/audit/contract";
import type { Existing } from "./existing";
import { importOf } from "./import";

/** Trails that a region has at most; shadows of trails of other regions count. */
const most = 5;

/** Trails: a region has five at most, and each name once. */
export const trail: Existing = {
  name: "trail of that name, nor five others",
  actions: "cloudtrail:DescribeTrails",
  wanted: ({ region }) => region.role === "state",
  look: async (place, { cloudTrail }) => {
    const { trailList = [] } = await cloudTrail.send(new DescribeTrailsCommand({}));
    const { auditBucketName } = auditBucketNames(place.environment);
    const same = trailList.find(({ Name }) => Name === trailName);
    if (same?.S3BucketName === auditBucketName) return [];
    if (same !== undefined)
      return [
        {
          says: `a trail ${trailName} delivers to ${same.S3BucketName} already`,
          wayOut: `if it may deliver to ${auditBucketName} from now on, ${importOf(place, "module.audit.aws_cloudtrail.trail", same.TrailARN ?? "")}; otherwise delete it`,
        },
      ];
    if (trailList.length < most) return [];
    return [
      {
        says: `${place.region.name} has ${trailList.length} trails (${trailList.map(({ Name }) => Name).join(", ")}), and AWS allows ${most}`,
        wayOut: "delete one that nobody needs: the quota cannot be raised",
      },
    ];
  },
};
