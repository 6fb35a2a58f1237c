import { attachesBroadPolicy } from "../../../../tools/review/rules/attaches-broad-policy";
import { liftsRefusal } from "../../../../tools/review/rules/lifts-refusal";
import { removesBoundary } from "../../../../tools/review/rules/removes-boundary";
import { created, destroyed, destroyedWhole, itJudges, updated } from "./plans";
import { allow, bucket, ec2, objects, partner, policy, read } from "./policies";

const tls = {
  Effect: "Deny",
  Action: "s3:*",
  Resource: "*",
  Principal: "*",
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};

/** All but IAM is denied outside of these regions. */
const outside = (...regions: string[]) => ({
  Effect: "Deny",
  NotAction: "iam:*",
  Resource: "*",
  Condition: { StringNotEquals: { "aws:RequestedRegion": regions } },
});

itJudges(liftsRefusal, {
  found: [
    [
      "the policy of a bucket that stays",
      [destroyed("aws_s3_bucket_policy.lake", bucket(tls))],
      ["high policy: Is denied no longer: s3:* on everything to everybody, if aws:SecureTransport is false."],
    ],
    [
      "what an organisation denies",
      [
        updated(
          "aws_organizations_policy.guard",
          { content: policy({ Effect: "Deny", Action: "cloudtrail:StopLogging", Resource: "*" }) },
          { content: policy() },
        ),
      ],
      ["high content: Is denied no longer: cloudtrail:StopLogging on everything."],
    ],
  ],
  well: [
    [
      "a policy that goes with its bucket",
      [destroyed("aws_s3_bucket_policy.lake", bucket(tls)), destroyedWhole("aws_s3_bucket.lake", "site")],
    ],
    [
      "a policy that only allowed",
      [destroyed("aws_s3_bucket_policy.lake", bucket(allow("s3:GetObject", objects, partner)))],
    ],
  ],
  unknown: [
    [
      "what an organisation denies but for other regions, beside what it denies no longer",
      [
        updated(
          "aws_organizations_policy.guard",
          {
            content: policy(outside("eu-west-1"), { Effect: "Deny", Action: "cloudtrail:StopLogging", Resource: "*" }),
          },
          { content: policy(outside("eu-west-1", "us-east-1")) },
        ),
      ],
      ["high content: Is denied no longer: cloudtrail:StopLogging on everything.", "not known: content"],
    ],
    [
      "a policy that names what the plan makes",
      [
        updated(
          "aws_organizations_policy.guard",
          { content: policy(outside("eu-west-1")) },
          {},
          { content: ["aws_iam_role.exempt.arn"] },
        ),
      ],
      ["not known: content, by aws_iam_role.exempt.arn"],
    ],
  ],
});

itJudges(attachesBroadPolicy, {
  found: [
    [
      "an administrator",
      [
        created("aws_iam_role_policy_attachment.ci", {
          role: "ci",
          policy_arn: "arn:aws:iam::aws:policy/AdministratorAccess",
        }),
      ],
      ["critical policy_arn: AdministratorAccess is attached."],
    ],
    [
      "one more among others",
      [
        updated(
          "aws_iam_role.ci",
          { managed_policy_arns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"] },
          { managed_policy_arns: ["arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::aws:policy/IAMFullAccess"] },
        ),
      ],
      ["critical managed_policy_arns: IAMFullAccess is attached."],
    ],
    [
      "an administrator of a cluster",
      [
        created("module.eks.aws_eks_access_policy_association.dev", {
          policy_arn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy",
        }),
      ],
      ["high policy_arn: AmazonEKSClusterAdminPolicy is attached."],
    ],
    [
      "a policy of the plan, to a role that is there",
      [
        created(
          "aws_iam_role_policy_attachment.app",
          { role: "app" },
          { policy_arn: ["aws_iam_policy.app.arn", "aws_iam_policy.app"] },
        ),
        created("aws_iam_policy.app", { policy: policy(allow("s3:PutObject", objects)) }),
      ],
      [`medium policy_arn: Becomes allowed: s3:PutObject on ${objects}.`],
    ],
  ],
  well: [
    [
      "a policy that reads",
      [
        created("aws_iam_role_policy_attachment.ci", {
          role: "ci",
          policy_arn: "arn:aws:iam::aws:policy/ReadOnlyAccess",
        }),
      ],
    ],
    [
      "a policy of the plan, to a role of the plan",
      [
        created(
          "aws_iam_role_policy_attachment.app",
          {},
          { role: ["aws_iam_role.app.name"], policy_arn: ["aws_iam_policy.app.arn"] },
        ),
        created("aws_iam_policy.app", { policy: read }),
        created("aws_iam_role.app", ec2),
      ],
    ],
  ],
  unknown: [
    [
      "which policy",
      [created("aws_iam_role_policy_attachment.ci", { role: "ci" }, { policy_arn: ["each.value"] })],
      ["not known: policy_arn, by each.value"],
    ],
  ],
});

const byMistake = "Whatever a policy allows by mistake is allowed then.";

itJudges(removesBoundary, {
  found: [
    [
      "an account that leaves its unit",
      [updated("aws_organizations_account.payments", { parent_id: "ou-1" }, { parent_id: "r-1" })],
      [
        "medium parent_id: It goes from the unit ou-1 to r-1: what is refused in the former one is refused to it no longer.",
      ],
    ],
    [
      "a role without its boundary",
      [updated("aws_iam_role.ci", { ...ec2, permissions_boundary: "arn:b" }, { permissions_boundary: "" })],
      [`high permissions_boundary: The permissions boundary is removed. ${byMistake}`],
    ],
    [
      "a policy that is taken off an account",
      [destroyed("aws_organizations_policy_attachment.dev", { policy_id: "p-1", target_id: "111122223333" })],
      [`high: A policy of the organisation is removed. ${byMistake}`],
    ],
  ],
  well: [
    [
      "a role that keeps it",
      [updated("aws_iam_role.ci", { ...ec2, permissions_boundary: "arn:b" }, { description: "ci" })],
    ],
    [
      "a boundary that the plan makes",
      [
        updated(
          "aws_iam_role.ci",
          { ...ec2, permissions_boundary: "arn:b" },
          {},
          { permissions_boundary: ["aws_iam_policy.boundary.arn"] },
        ),
        created("aws_iam_policy.boundary", { policy: read }),
      ],
    ],
  ],
  unknown: [
    [
      "whether it keeps it",
      [
        updated(
          "aws_iam_role.ci",
          { ...ec2, permissions_boundary: "arn:b" },
          {},
          { permissions_boundary: ["var.boundary"] },
        ),
      ],
      ["not known: permissions_boundary, by var.boundary"],
    ],
  ],
});
