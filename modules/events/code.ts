import type { LambdaFunctionConfig } from "@cdktf/provider-aws/lib/lambda-function";
import { S3Object } from "@cdktf/provider-aws/lib/s3-object";
import type { Construct } from "constructs";
import { closedBucket } from "../blocks/bucket/bucket";
import { registry } from "../blocks/compute/container-image";
import { runtime } from "../blocks/function/contract";
import type { Inputs } from "../core/contract";
import type { Home } from "../core/home";
import type { eventsContract } from "./contract";
import { minimalHandler } from "./handler";
import { zip } from "./zip";

type Code = Pick<
  LambdaFunctionConfig,
  "packageType" | "imageUri" | "runtime" | "handler" | "s3Bucket" | "s3Key" | "s3ObjectVersion"
>;

/**
 * What the function runs: an image, or the minimal handler.
 *
 * The handler's archive is in a bucket of the tier, from a text of the module, because Terraform cannot make an archive.
 */
export function code(
  scope: Construct,
  inputs: Inputs<typeof eventsContract>,
  { home, keyArn }: { readonly home: Home; readonly keyArn: string },
): Code {
  if (inputs.workload === "container")
    return { packageType: "Image", imageUri: `${registry(home)}/${inputs.containerImage}` };
  const bucket = closedBucket(scope, "code", {
    name: `${inputs.namePrefix}-events-code-${home.account}`,
    keyArn,
    forceDestroy: inputs.ephemeral,
    accessLogBucket: inputs.accessLogBucketName,
  });
  const archive = new S3Object(scope, "code", {
    bucket: bucket.name,
    key: "minimal-handler.zip",
    contentBase64: zip("index.js", minimalHandler).toString("base64"),
  });
  return {
    runtime,
    handler: "index.handler",
    s3Bucket: archive.bucket,
    s3Key: archive.key,
    s3ObjectVersion: archive.versionId,
  };
}
