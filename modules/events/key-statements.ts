import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { grantsThroughServices, throughServices } from "../blocks/encryption/statements";
import type { Home } from "../core/home";

/** Through SQS for messages, Lambda for variables and S3 for code; Lambda keeps a grant for the function that it starts. */
export const keyStatements = (home: Home): DataAwsIamPolicyDocumentStatement[] => [
  throughServices(home, "KeepEvents", { services: ["sqs", "lambda", "s3"] }),
  grantsThroughServices(home, "HandOnToTheFunction", { services: ["lambda"] }),
];
