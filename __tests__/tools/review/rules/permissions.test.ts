import { attachesBroadPolicy } from "../../../../tools/review/rules/attaches-broad-policy";
import { grantsEverything } from "../../../../tools/review/rules/grants-everything";
import { letsOthersIn } from "../../../../tools/review/rules/lets-others-in";
import { liftsRefusal } from "../../../../tools/review/rules/lifts-refusal";
import { makesLongLivedKeys } from "../../../../tools/review/rules/makes-long-lived-keys";
import { removesBoundary } from "../../../../tools/review/rules/removes-boundary";
import { trustsEverybody } from "../../../../tools/review/rules/trusts-everybody";
import { weakensSignIn } from "../../../../tools/review/rules/weakens-sign-in";
import { widensPermissions } from "../../../../tools/review/rules/widens-permissions";
import { widensTrust } from "../../../../tools/review/rules/widens-trust";
import { created, destroyed, destroyedWhole, itJudges, kept, readLater, updated } from "./plans";

const allow = (Action: string | string[], Resource: string | string[] = "*", more: object = {}) => ({
  Effect: "Allow",
  Action,
  Resource,
  ...more,
});
const policy = (...Statement: object[]) => JSON.stringify({ Version: "2012-10-17", Statement });
const objects = "arn:aws:s3:::orders/*";
const read = policy(allow("s3:GetObject", objects));

/** A policy that is known by the apply only, because it names a queue that the plan makes. */
const later = (actions: string[], resources: readonly string[] = ["aws_sqs_queue.jobs.arn", "aws_sqs_queue.jobs"]) => [
  {
    ...readLater(
      "data.aws_iam_policy_document.jobs",
      { statement: [{ effect: "Allow", actions, resources: [] }] },
      { statement: [{ resources: { references: resources } }] },
    ),
    change: {
      actions: ["read"],
      before: null,
      after: { statement: [{ effect: "Allow", actions }] },
      after_unknown: { json: true, statement: [{ resources: true, actions: actions.map(() => false) }] },
    },
  },
  created("aws_sqs_queue.jobs", {}),
];
const byDocument = { policy: ["data.aws_iam_policy_document.jobs.json", "data.aws_iam_policy_document.jobs"] };

itJudges(grantsEverything, {
  found: [
    [
      "everything",
      [created("aws_iam_role_policy.ci", { policy: policy(allow("*")) })],
      ["critical policy: Becomes allowed: * on everything."],
    ],
    [
      "all of a service, among others",
      [
        updated(
          "aws_iam_policy.etl",
          { policy: read },
          { policy: policy(allow("s3:GetObject", objects), allow(["glue:*", "s3:ListBucket"])) },
        ),
      ],
      ["high policy: Becomes allowed: glue:* on everything."],
    ],
    [
      "all but some",
      [created("aws_iam_user_policy.dev", { policy: policy({ Effect: "Allow", NotAction: "iam:*", Resource: "*" }) })],
      ["high policy: Becomes allowed: everything but iam:* on everything."],
    ],
  ],
  well: [
    ["all of a service on one resource", [created("aws_iam_policy.etl", { policy: policy(allow("s3:*", objects)) })]],
    [
      "what was allowed already",
      [
        updated(
          "aws_iam_role_policy.ci",
          { policy: policy(allow("*")) },
          { policy: policy(allow("*"), allow("s3:*")) },
        ),
      ],
    ],
    ["a policy of what the plan makes", [created("aws_iam_role_policy.worker", {}, byDocument), ...later(["sqs:*"])]],
  ],
  unknown: [
    [
      "a policy of nobody knows what",
      [created("aws_iam_role_policy.worker", {}, { policy: ["local.policy"] })],
      ["not known: policy, by local.policy"],
    ],
    [
      "a document of nobody knows which resources",
      [created("aws_iam_role_policy.worker", {}, byDocument), ...later(["sqs:*"], ["var.queues"])],
      ["not known: policy, by data.aws_iam_policy_document.jobs.json"],
    ],
  ],
});

const from = (network: string) => ({ Condition: { IpAddress: { "aws:VpcSourceIp": network } } });

itJudges(widensPermissions, {
  found: [
    [
      "a write beside a read",
      [
        updated(
          "aws_iam_role_policy.app",
          { policy: read },
          { policy: policy(allow(["s3:GetObject", "s3:PutObject"], objects)) },
        ),
      ],
      [`medium policy: Becomes allowed: s3:PutObject on ${objects}.`],
    ],
    [
      "a read beside a read",
      [
        updated(
          "aws_iam_policy.app",
          { policy: read },
          { policy: policy(allow(["s3:GetObject", "s3:ListBucket"], [objects, "arn:aws:s3:::orders"])) },
        ),
      ],
      [
        `low policy: Becomes allowed: s3:GetObject, s3:ListBucket on arn:aws:s3:::orders. Becomes allowed: s3:ListBucket on ${objects}.`,
      ],
    ],
    [
      "handing on roles",
      [
        updated(
          "aws_iam_role_policy.ci",
          { policy: read },
          { policy: policy(allow("s3:GetObject", objects), allow("iam:PassRole")) },
        ),
      ],
      ["high policy: Becomes allowed: iam:PassRole on everything."],
    ],
    [
      "a policy for a role that is there",
      [
        created("aws_iam_role_policy.app", {
          role: "app",
          policy: policy(allow("sqs:SendMessage", "arn:aws:sqs:eu-west-1:1:jobs")),
        }),
      ],
      ["medium policy: Becomes allowed: sqs:SendMessage on arn:aws:sqs:eu-west-1:1:jobs."],
    ],
    [
      "a policy for a role that is there, of what the plan makes",
      [created("aws_iam_role_policy.app", { role: "app" }, byDocument), ...later(["sqs:SendMessage"])],
      ["medium policy: Becomes allowed: sqs:SendMessage on aws_sqs_queue.jobs.arn."],
    ],
    [
      "a condition that is gone",
      [
        updated(
          "aws_iam_policy.app",
          {
            policy: policy(allow("s3:PutObject", objects, { Condition: { Bool: { "aws:SecureTransport": "true" } } })),
          },
          { policy: policy(allow("s3:PutObject", objects)) },
        ),
      ],
      [`medium policy: Becomes allowed: s3:PutObject on ${objects} (was allowed only if aws:SecureTransport is true).`],
    ],
    [
      "a refusal that is gone",
      [
        updated(
          "aws_iam_policy.app",
          { policy: policy(allow("s3:*", objects), { Effect: "Deny", Action: "s3:DeleteObject", Resource: "*" }) },
          { policy: policy(allow("s3:*", objects)) },
        ),
      ],
      ["high policy: Is denied no longer: s3:DeleteObject on everything."],
    ],
  ],
  well: [
    [
      "a policy that allows less",
      [updated("aws_iam_policy.app", { policy: policy(allow("s3:*", objects)) }, { policy: read })],
    ],
    [
      "the same in other words",
      [
        updated(
          "aws_iam_policy.app",
          { policy: policy(allow(["s3:GetObject", "s3:PutObject"], objects)) },
          { policy: policy(allow("s3:putobject", [objects]), allow(["s3:GetObject"], objects)) },
        ),
      ],
    ],
    [
      "a policy for a role that is new",
      [
        created("aws_iam_role_policy.app", { policy: read }, { role: ["aws_iam_role.app.id", "aws_iam_role.app"] }),
        created("aws_iam_role.app", { assume_role_policy: "" }),
      ],
    ],
    [
      "what is denied at the same time",
      [
        updated(
          "aws_iam_policy.app",
          { policy: read },
          {
            policy: policy(allow("s3:GetObject", objects), allow("s3:PutObject", objects), {
              Effect: "Deny",
              Action: "s3:Put*",
              Resource: "*",
            }),
          },
        ),
      ],
    ],
    ["a policy that nobody has yet", [created("aws_iam_policy.app", { policy: policy(allow("dynamodb:*", objects)) })]],
  ],
  unknown: [
    [
      "a condition that is another one, beside what is allowed newly",
      [
        updated(
          "aws_iam_policy.etl",
          { policy: policy(allow("s3:GetObject", objects, from("10.0.0.0/16"))) },
          { policy: policy(allow("s3:GetObject", objects, from("10.0.0.0/8")), allow("s3:PutObject", objects)) },
        ),
      ],
      [`medium policy: Becomes allowed: s3:PutObject on ${objects}.`, "not known: policy"],
    ],
    [
      "a policy that is known later",
      [updated("aws_iam_policy.app", { policy: read }, {}, { policy: ["module.policy.json", "module.policy"] })],
      ["not known: policy, by module.policy.json"],
    ],
    [
      "other exceptions",
      [
        updated(
          "aws_iam_policy.app",
          { policy: policy({ Effect: "Allow", NotAction: ["iam:*", "sts:*"], Resource: objects }) },
          { policy: policy({ Effect: "Allow", NotAction: "iam:*", Resource: objects }) },
        ),
      ],
      ["not known: policy"],
    ],
    [
      "another condition",
      [
        updated(
          "aws_iam_policy.app",
          {
            policy: policy(
              allow("s3:*", objects, { Condition: { StringEquals: { "aws:RequestedRegion": "eu-west-1" } } }),
            ),
          },
          {
            policy: policy(
              allow("s3:*", objects, {
                Condition: { StringEquals: { "aws:RequestedRegion": ["eu-west-1", "eu-west-2"] } },
              }),
            ),
          },
        ),
      ],
      ["not known: policy"],
    ],
  ],
});

const trust = (Principal: unknown, Condition?: object) => ({
  assume_role_policy: policy({ Effect: "Allow", Action: "sts:AssumeRole", Principal, ...(Condition && { Condition }) }),
});
const own = kept("aws_iam_role.other", { arn: "arn:aws:iam::111122223333:role/other" });
const ec2 = trust({ Service: "ec2.amazonaws.com" });
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

const bucket = (...statements: object[]) => ({ bucket: "site", policy: policy(...statements) });
const everybody = { Principal: "*" };
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

const partner = { Principal: { AWS: "arn:aws:iam::999988887777:root" } };
itJudges(letsOthersIn, {
  found: [
    [
      "another account",
      [own, updated("aws_s3_bucket_policy.lake", bucket(), bucket(allow("s3:GetObject", objects, partner)))],
      [`high policy: Becomes allowed: s3:GetObject on ${objects} to arn:aws:iam::999988887777:root.`],
    ],
    [
      "a service",
      [
        updated(
          "aws_sqs_queue_policy.jobs",
          { policy: policy() },
          { policy: policy(allow("sqs:SendMessage", "*", { Principal: { Service: "events.amazonaws.com" } })) },
        ),
      ],
      ["low policy: Becomes allowed: sqs:SendMessage on everything to the service events.amazonaws.com."],
    ],
    [
      "a refusal that is gone",
      [
        updated(
          "aws_s3_bucket_policy.lake",
          bucket({ Effect: "Deny", Action: "s3:*", Resource: "*", Principal: "*" }),
          bucket(),
        ),
      ],
      ["high policy: Is denied no longer: s3:* on everything to everybody."],
    ],
    [
      "a share with another account",
      [own, created("aws_ram_principal_association.partner", { principal: "999988887777" })],
      ["high principal: The account 999988887777 is let in, and was not."],
    ],
  ],
  well: [
    [
      "one's own account, for a key that is new",
      [
        created("aws_kms_key.data", {
          policy: policy(allow("kms:*", "*", { Principal: { AWS: "arn:aws:iam::111122223333:root" } })),
        }),
      ],
    ],
    [
      "everybody, who is another rule's",
      [updated("aws_s3_bucket_policy.site", bucket(), bucket(allow("s3:GetObject", objects, everybody)))],
    ],
    [
      "those who were let in",
      [updated("aws_s3_bucket_policy.lake", bucket(allow("s3:GetObject", objects, partner)), { bucket: "x" })],
    ],
  ],
  unknown: [
    [
      "a policy that is known later",
      [updated("aws_kms_key.data", { policy: "" }, {}, { policy: ["local.key_policy"] })],
      ["not known: policy, by local.key_policy"],
    ],
  ],
});

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

itJudges(makesLongLivedKeys, {
  found: [
    [
      "a key",
      [created("aws_iam_access_key.backup", { user: "backup" })],
      ["medium: A key that never expires is made; its secret is in the state."],
    ],
    [
      "a user",
      [created("aws_iam_user.backup", { name: "backup" })],
      ["low: A user is made, whose keys or password do not expire by themselves."],
    ],
  ],
  well: [
    ["a key that is turned off", [created("aws_iam_access_key.backup", { user: "backup", status: "Inactive" })]],
    ["a key that is there", [updated("aws_iam_access_key.backup", { status: "Active" }, { status: "Inactive" })]],
  ],
  unknown: "nothing that it looks at can be unknown",
});

const easier = "It is easier to sign in as somebody else.";
itJudges(weakensSignIn, {
  found: [
    [
      "a second factor that is asked for no longer",
      [updated("aws_cognito_user_pool.players", { mfa_configuration: "ON" }, { mfa_configuration: "OFF" })],
      [`medium mfa_configuration: The second factor goes from "ON" to "OFF". ${easier}`],
    ],
    [
      "shorter passwords",
      [updated("aws_iam_account_password_policy.all", { minimum_password_length: 16 }, { minimum_password_length: 8 })],
      [`medium minimum_password_length: The least length: 8 characters instead of 16 characters. ${easier}`],
    ],
    [
      "passwords that are good for ever",
      [
        updated(
          "aws_iam_account_password_policy.all",
          { minimum_password_length: 16, max_password_age: 90 },
          { max_password_age: 0 },
        ),
      ],
      [`medium max_password_age: Days that a password is good for: 0 days instead of 90 days. ${easier}`],
    ],
  ],
  well: [
    [
      "longer passwords",
      [updated("aws_iam_account_password_policy.all", { minimum_password_length: 8 }, { minimum_password_length: 16 })],
    ],
  ],
  unknown: [
    [
      "how long",
      [
        updated(
          "aws_iam_account_password_policy.all",
          { minimum_password_length: 16 },
          {},
          { minimum_password_length: ["local.length"] },
        ),
      ],
      ["not known: minimum_password_length, by local.length"],
    ],
  ],
});
