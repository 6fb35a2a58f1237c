import { DescribeTrailsCommand } from "@aws-sdk/client-cloudtrail";
import { given } from "../answers";
import type { Reader } from "../reader";

/** Trails, each where it is at home: a trail of every region shows itself everywhere. */
export const trails: Reader = {
  service: "CloudTrail",
  async list({ cloudTrail }) {
    const { trailList = [] } = await cloudTrail.send(new DescribeTrailsCommand({ includeShadowTrails: false }));
    return trailList.map((trail) => ({
      type: "aws_cloudtrail",
      id: given(trail.TrailARN),
      name: trail.Name,
      settings: {
        bucket: trail.S3BucketName,
        kmsKey: trail.KmsKeyId,
        multiRegion: trail.IsMultiRegionTrail,
        globalServices: trail.IncludeGlobalServiceEvents,
        validated: trail.LogFileValidationEnabled,
      },
    }));
  },
};
