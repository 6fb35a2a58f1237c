import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Construct } from "constructs";
import type { Home } from "../core/home";

/**
 * Lets Lambda pull the images of functions of this account and region.
 *
 * A function's image is pulled by the service, not by the function's role, so the repository has to admit it: else AWS refuses
 * the function, unless who makes it may change the repository's policy, which Lambda then does on its own.
 * https://docs.aws.amazon.com/lambda/latest/dg/images-create.html#configuration-images-permissions
 */
export const functionsPull = (scope: Construct, { arn }: Home): string =>
  new DataAwsIamPolicyDocument(scope, "functions-pull", {
    statement: [
      {
        sid: "FunctionsPull",
        principals: [{ type: "Service", identifiers: ["lambda.amazonaws.com"] }],
        actions: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
        condition: [{ test: "ArnLike", variable: "aws:SourceArn", values: [arn("lambda", "function:*")] }],
      },
    ],
  }).json;
