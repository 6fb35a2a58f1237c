import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Home } from "../../core/home";
import { repositoryArn } from "./container-image";

/** What it takes to pull one image from the account's ECR. */
export const pull = (place: Home, image: string): DataAwsIamPolicyDocumentStatement[] => [
  { sid: "SignInToEcr", actions: ["ecr:GetAuthorizationToken"], resources: ["*"] },
  {
    sid: "PullImage",
    actions: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
    resources: [repositoryArn(place, image)],
  },
];
