import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";

/** What a tier runs on its fleet. */
export interface Service {
  /** Last part of the names of the role, the group and the instances. */
  readonly name: string;
  /** Security group of the instances. */
  readonly groupId: string;
  readonly targetGroupArn: string;
  /** What the workload is told, in /etc/shop/environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** What the workload may do beyond what every instance may. */
  readonly statements: readonly DataAwsIamPolicyDocumentStatement[];
}
