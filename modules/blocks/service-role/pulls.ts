import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Home } from "../../core/home";
import { repositoryArn } from "../compute/container-image";

/** Lets a role pull one image from the account's ECR. */
export const pulls = (home: Home, image: string): DataAwsIamPolicyDocumentStatement[] => [
  { sid: "SignInToEcr", actions: ["ecr:GetAuthorizationToken"], resources: ["*"] },
  {
    sid: "PullImage",
    actions: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
    resources: [repositoryArn(home, image)],
  },
];
