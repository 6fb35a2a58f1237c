import { grantsEverything } from "../../../../tools/review/rules/grants-everything";
import { widensPermissions } from "../../../../tools/review/rules/widens-permissions";
import { created, itJudges, updated } from "./plans";
import { allow, byDocument, later, objects, policy, read } from "./policies";

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
