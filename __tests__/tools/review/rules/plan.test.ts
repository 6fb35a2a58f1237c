import { exceedsLimits } from "../../../../tools/review/rules/exceeds-limits";
import { failsChecks } from "../../../../tools/review/rules/fails-checks";
import { importsAndChanges } from "../../../../tools/review/rules/imports-and-changes";
import { isIncomplete } from "../../../../tools/review/rules/is-incomplete";
import { runsActions } from "../../../../tools/review/rules/runs-actions";
import { runsProvisioners } from "../../../../tools/review/rules/runs-provisioners";
import { created, itJudges, planOf, updated } from "./plans";

itJudges(runsActions, {
  found: [
    [
      "a call of a function after a change",
      planOf([], {
        action_invocations: [
          {
            address: "action.aws_lambda_invoke.warm",
            type: "aws_lambda_invoke",
            lifecycle_action_trigger: {
              triggering_resource_address: "aws_lambda_function.job",
              action_trigger_event: "AfterUpdate",
            },
          },
        ],
      }),
      ["medium: The apply invokes it when aws_lambda_function.job changes (AfterUpdate); nothing takes it back."],
    ],
    [
      "an instance that is stopped",
      planOf([], {
        action_invocations: [{ address: "action.aws_ec2_stop_instance.old", type: "aws_ec2_stop_instance" }],
      }),
      ["high: The apply invokes it; nothing takes it back."],
    ],
  ],
  well: [["a plan without any", planOf([created("aws_lambda_function.job", {})])]],
  unknown: "nothing that it looks at can be unknown",
});

const provisioned = (entries: Parameters<typeof planOf>[0]) => {
  const plan = planOf(entries);
  const resources = plan.configuration.root_module.resources.map((one) => ({
    ...one,
    provisioners: [{ type: "local-exec" }],
  }));
  return { ...plan, configuration: { root_module: { resources } } };
};
itJudges(runsProvisioners, {
  found: [
    [
      "a program beside an instance",
      provisioned([created("aws_instance.jump", {})]),
      ["medium: The apply runs a program when it makes it (local-exec). Nothing takes it back."],
    ],
    [
      "a call of a function as a resource",
      planOf([updated("aws_lambda_invocation.seed", { input: "1" }, { input: "2" })]),
      ["medium: The apply calls the function. Nothing takes it back."],
    ],
  ],
  well: [
    [
      "a program beside what is there already",
      provisioned([updated("aws_instance.jump", { tags: {} }, { tags: { a: "b" } })]),
    ],
    ["a resource without any", planOf([created("aws_instance.jump", {})])],
  ],
  unknown: "nothing that it looks at can be unknown",
});

const check = (status: string, message?: string) => ({
  checks: [
    {
      address: { kind: "check", to_display: "check.certificate" },
      status,
      instances:
        message === undefined
          ? []
          : [{ address: { to_display: "check.certificate" }, status, problems: [{ message }] }],
    },
  ],
});
itJudges(failsChecks, {
  found: [
    [
      "a check that does not hold",
      planOf([], check("fail", "The certificate expires in 3 days.")),
      ["high: The certificate expires in 3 days."],
    ],
    ["a check that could not be made", planOf([], check("error")), ["high: The check could not be made."]],
  ],
  well: [["a check that holds", planOf([], check("pass"))]],
  unknown: [["a check that only the apply can make", planOf([], check("unknown")), ["not known: condition"]]],
});

itJudges(isIncomplete, {
  found: [
    [
      "a plan that broke off",
      planOf([], { errored: true }),
      ["high: Planning broke off with an error: what would change after that, nobody knows."],
    ],
    [
      "what is put off",
      planOf([], {
        deferred_changes: [
          {
            reason: "instance_count_unknown",
            resource_change: {
              address: "aws_instance.workers",
              change: { actions: ["create"], before: null, after: {} },
            },
          },
        ],
      }),
      ["medium: It is put off to a later plan (instance_count_unknown), which nobody has reviewed."],
    ],
  ],
  well: [["a whole plan", planOf([], { errored: false, complete: true })]],
  unknown: "nothing that it looks at can be unknown",
});

itJudges(exceedsLimits, {
  found: [
    [
      "a policy",
      [created("aws_iam_policy.all", { policy: "x".repeat(6_145) })],
      ["high policy: It has 6145 characters of the policy, and AWS takes 6144: the apply fails half-way."],
    ],
    [
      "environment variables",
      [created("aws_lambda_function.job", { environment: [{ variables: { CONFIG: "x".repeat(4_091) } }] })],
      ["high environment: It has 4097 bytes of environment variables, and AWS takes 4096: the apply fails half-way."],
    ],
    [
      "a standard parameter",
      [created("aws_ssm_parameter.config", { tier: "Standard", value: "x".repeat(4_097) })],
      ["high value: It has 8194 bytes of the value, and AWS takes 8192: the apply fails half-way."],
    ],
    [
      "tags",
      [
        created("aws_sqs_queue.jobs", {
          tags_all: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`tag-${index}`, "x"])),
        }),
      ],
      ["high tags_all: It has 51 tags, and AWS takes 50: the apply fails half-way."],
    ],
  ],
  well: [
    [
      "a policy that is just short enough, without its white space",
      [created("aws_iam_policy.all", { policy: `${"x".repeat(6_144)}\n  \n` })],
    ],
    ["an advanced parameter", [created("aws_ssm_parameter.config", { tier: "Advanced", value: "x".repeat(8_192) })]],
  ],
  unknown: "nothing that it looks at can be unknown",
});

const imported = (actions: string[]) => ({
  resource_changes: [
    {
      address: "aws_s3_bucket.old",
      change: { actions, before: { bucket: "old" }, after: { bucket: "old" }, importing: { id: "old" } },
    },
  ],
});
itJudges(importsAndChanges, {
  found: [
    [
      "what is taken over and changed",
      imported(["update"]),
      ["medium: It is imported and changed by the same apply: what somebody set by hand is undone."],
    ],
    [
      "what is taken over and made anew",
      imported(["delete", "create"]),
      ["high: It is imported and made anew by the same apply: what somebody set by hand is undone."],
    ],
  ],
  well: [["what is taken over as it is", imported(["no-op"])]],
  unknown: "nothing that it looks at can be unknown",
});
