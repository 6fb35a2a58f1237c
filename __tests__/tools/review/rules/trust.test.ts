import { trustsEverybody } from "../../../../tools/review/rules/trusts-everybody";
import { widensTrust } from "../../../../tools/review/rules/widens-trust";
import { created, itJudges, updated } from "./plans";
import { allow, bucket, ec2, everybody, objects, own, policy, trust } from "./policies";

/** A role that takes tokens of these subjects of GitHub's. */
const branch = (operator: string, ...subjects: string[]) => ({
  assume_role_policy: policy({
    Effect: "Allow",
    Action: "sts:AssumeRoleWithWebIdentity",
    Principal: { Federated: "arn:x" },
    Condition: { [operator]: { "token.actions.githubusercontent.com:sub": subjects } },
  }),
});

itJudges(widensTrust, {
  found: [
    [
      "everybody",
      [created("aws_iam_role.lab", trust({ AWS: "*" }))],
      ["critical assume_role_policy: Becomes allowed: sts:AssumeRole to everybody."],
    ],
    [
      "another account",
      [own, updated("aws_iam_role.app", ec2, trust({ AWS: "arn:aws:iam::999988887777:root" }))],
      ["high assume_role_policy: Becomes allowed: sts:AssumeRole to arn:aws:iam::999988887777:root."],
    ],
    [
      "another account, by an external id",
      [
        own,
        created("aws_iam_role.vendor", trust({ AWS: "999988887777" }, { StringEquals: { "sts:ExternalId": "x1" } })),
      ],
      [
        "medium assume_role_policy: Becomes allowed: sts:AssumeRole to arn:aws:iam::999988887777:root, if sts:ExternalId is x1.",
      ],
    ],
    [
      "one more service",
      [updated("aws_iam_role.app", ec2, trust({ Service: ["ec2.amazonaws.com", "lambda.amazonaws.com"] }))],
      ["low assume_role_policy: Becomes allowed: sts:AssumeRole to the service lambda.amazonaws.com."],
    ],
    [
      "every branch of every repository",
      [
        updated(
          "aws_iam_role.ci",
          branch("StringEquals", "repo:a/b:ref:refs/heads/main"),
          branch("StringLike", "repo:a/*"),
        ),
      ],
      ["high assume_role_policy: It takes tokens of other subjects than before: repo:a/*."],
    ],
    [
      "one more branch",
      [
        updated(
          "aws_iam_role.ci",
          branch("StringEquals", "repo:a/b:ref:refs/heads/main"),
          branch("StringEquals", "repo:a/b:ref:refs/heads/main", "repo:a/b:ref:refs/heads/next"),
        ),
      ],
      ["medium assume_role_policy: It takes tokens of other subjects than before: repo:a/b:ref:refs/heads/next."],
    ],
    [
      "whoever has a token of an identity provider",
      [
        created(
          "aws_iam_role.ci",
          trust({ Federated: "arn:aws:iam::1:oidc-provider/token.actions.githubusercontent.com" }),
        ),
      ],
      [
        "critical assume_role_policy: Becomes allowed: sts:AssumeRole to those that sign in with arn:aws:iam::1:oidc-provider/token.actions.githubusercontent.com.",
      ],
    ],
  ],
  well: [
    ["a service, for a role that is new", [created("aws_iam_role.app", ec2)]],
    [
      "one repository, for a role that is new",
      [
        created(
          "aws_iam_role.ci",
          trust(
            { Federated: "arn:x" },
            { StringEquals: { "token.actions.githubusercontent.com:sub": "repo:a/b:ref:refs/heads/main" } },
          ),
        ),
      ],
    ],
    [
      "fewer than before",
      [updated("aws_iam_role.app", trust({ Service: ["ec2.amazonaws.com", "lambda.amazonaws.com"] }), ec2)],
    ],
  ],
  unknown: [
    [
      "whom it trusts",
      [updated("aws_iam_role.app", ec2, {}, { assume_role_policy: ["local.trust"] })],
      ["not known: assume_role_policy, by local.trust"],
    ],
  ],
});

itJudges(trustsEverybody, {
  found: [
    [
      "a bucket that everybody reads",
      [created("aws_s3_bucket_policy.site", bucket(allow("s3:GetObject", objects, everybody)))],
      [`critical policy: Becomes allowed: s3:GetObject on ${objects} to everybody.`],
    ],
    [
      "a queue that everybody fills over TLS",
      [
        created("aws_sqs_queue_policy.jobs", {
          policy: policy(
            allow("sqs:SendMessage", "*", { ...everybody, Condition: { Bool: { "aws:SecureTransport": "true" } } }),
          ),
        }),
      ],
      ["high policy: Becomes allowed: sqs:SendMessage on everything to everybody, if aws:SecureTransport is true."],
    ],
    [
      "a limit that is none",
      [
        created("aws_sns_topic_policy.alerts", {
          policy: policy(
            allow("sns:Publish", "*", { ...everybody, Condition: { StringLike: { "aws:SourceArn": "*" } } }),
          ),
        }),
      ],
      ["high policy: Becomes allowed: sns:Publish on everything to everybody, if aws:SourceArn is like *."],
    ],
    [
      "a function that everybody calls",
      [created("aws_lambda_permission.all", { principal: "*", action: "lambda:InvokeFunction" })],
      ["critical principal: Everybody may call the function."],
    ],
  ],
  well: [
    [
      "CloudFront, for one distribution",
      [
        created(
          "aws_s3_bucket_policy.site",
          bucket(allow("s3:GetObject", objects, { Principal: { Service: "cloudfront.amazonaws.com" } })),
        ),
      ],
    ],
    [
      "everybody of an organisation",
      [
        created(
          "aws_s3_bucket_policy.site",
          bucket(
            allow("s3:GetObject", objects, {
              ...everybody,
              Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } },
            }),
          ),
        ),
      ],
    ],
    [
      "everybody who is refused",
      [
        created(
          "aws_s3_bucket_policy.site",
          bucket({
            Effect: "Deny",
            Action: "s3:*",
            Resource: "*",
            Principal: "*",
            Condition: { Bool: { "aws:SecureTransport": "false" } },
          }),
        ),
      ],
    ],
    [
      "a bucket that was public",
      [updated("aws_s3_bucket_policy.site", bucket(allow("s3:GetObject", objects, everybody)), { bucket: "site-2" })],
    ],
    [
      "a function that one bucket calls",
      [created("aws_lambda_permission.s3", { principal: "s3.amazonaws.com", source_arn: "arn:aws:s3:::site" })],
    ],
  ],
  unknown: [
    [
      "a policy that is known later",
      [created("aws_s3_bucket_policy.site", { bucket: "site" }, { policy: ["var.policy"] })],
      ["not known: policy, by var.policy"],
    ],
  ],
});
