import { AutoScalingClient } from "@aws-sdk/client-auto-scaling";
import { ECSClient } from "@aws-sdk/client-ecs";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { childEnvironment } from "../../../../terraform/process/environments";
import type { TerraformOptions } from "../../../../terraform/root";
import { readRoots } from "../../../../terraform/synthesized";
import { toolchain } from "../../../../terraform/toolchain";
import type { Asked } from "../../../../tools/apply/roll-out/roll-out";
import { planAffected } from "../../../../tools/review/planning/plan-affected";
import { storedIn } from "../../../../tools/review/planning/stored";
import { WorkFolder } from "../../../../tools/review/planning/work-folder";
import type { Review } from "../../../../tools/review/result";
import { review } from "../../../../tools/review/review";
import { emptyLocalAws } from "../../../support/local-aws";
import { bucket, region } from "./small-estate";

export const { signal } = new AbortController();

/** A local AWS with a bucket for the states of small estates, and a folder for each to be run in. */
export async function smallAws(terraform = toolchain().terraform) {
  const aws = await emptyLocalAws();
  const s3 = new S3Client({
    ...{ endpoint: aws.endpoint, region, forcePathStyle: true },
    credentials: { accessKeyId: "testing", secretAccessKey: "testing" },
  });
  await s3.send(new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration: { LocationConstraint: region } }));
  const options: TerraformOptions = { terraform, environment: childEnvironment(aws.environment) };
  const works: WorkFolder[] = [];
  const workIn = (out: string): WorkFolder => {
    const work = new WorkFolder(out, options);
    works.push(work);
    return work;
  };
  const client = { endpoint: aws.endpoint, credentials: { accessKeyId: "testing", secretAccessKey: "testing" } };
  return {
    aws,
    options,
    workIn,
    asked: (region: string): Asked => ({
      autoScaling: new AutoScalingClient({ ...client, region }),
      ecs: new ECSClient({ ...client, region }),
    }),
    /** What a review says of the roots that are affected, and of those that read of them. */
    review: async (out: string, affected: readonly string[], work = workIn(out)): Promise<Review> => {
      const world = { work, stored: storedIn(() => s3), say: () => {}, signal };
      const { plans, notPlanned } = await planAffected(readRoots(out), new Set(affected), world);
      return review(plans, { notPlanned });
    },
    stop: async (): Promise<void> => {
      for (const work of works) work.remove();
      await aws.stop();
    },
  };
}
