import { endsIndexesAndStreams } from "../../../../tools/review/rules/ends-indexes-and-streams";
import { liftsLimits } from "../../../../tools/review/rules/lifts-limits";
import { losesFailedMessages } from "../../../../tools/review/rules/loses-failed-messages";
import { created, destroyed, destroyedWhole, itJudges, kept, replaced, updated } from "./plans";

const [jobs, failed] = ["aws_sqs_queue.jobs", "arn:aws:sqs:eu-west-1:111122223333:failed"];
const redrive = { redrive_policy: JSON.stringify({ deadLetterTargetArn: failed, maxReceiveCount: 5 }) };
const gone = "What fails is tried again for a while, and is gone then.";
itJudges(losesFailedMessages, {
  found: [
    [
      "a queue that leads what fails nowhere",
      [updated(jobs, redrive, { redrive_policy: "" })],
      [`medium redrive_policy: Where failed messages go is removed. ${gone}`],
    ],
    [
      "a queue whose queue of failed messages is deleted",
      [updated(jobs, redrive, { delay_seconds: 5 }), destroyedWhole("aws_sqs_queue.failed", failed)],
      [`medium redrive_policy: The queue that takes failed messages, ${failed}, is deleted by the same plan. ${gone}`],
    ],
  ],
  well: [
    ["a queue that keeps it", [updated(jobs, redrive, { delay_seconds: 5 })]],
    ["one that never had it", [created(jobs, { name: "jobs" })]],
  ],
  unknown: [
    [
      "where it will go",
      [updated(jobs, redrive, {}, { redrive_policy: ["local.redrive"] })],
      ["not known: redrive_policy, by local.redrive"],
    ],
  ],
});

const table = (...names: string[]) => ({ global_secondary_index: names.map((name) => ({ name, hash_key: "owner" })) });
const carts = "aws_dynamodb_table.carts";
const meanwhile = "What reads it gets nothing any more, and what happens meanwhile is in no stream later.";
itJudges(endsIndexesAndStreams, {
  found: [
    [
      "an index that is gone",
      [updated(carts, table("by-owner", "by-day"), table("by-day"))],
      ['medium global_secondary_index: The index "by-owner" is removed: whoever asks it gets an error.'],
    ],
    [
      "a stream that ends",
      [updated(carts, { stream_enabled: true }, { stream_enabled: false })],
      [`medium stream_enabled: The stream of the table is turned off. ${meanwhile}`],
    ],
  ],
  well: [
    ["an index more", [updated(carts, table("by-owner"), table("by-owner", "by-day"))]],
    ["a table that is made anew, which another rule tells", [replaced(carts, table("by-owner"), table())]],
    [
      "a reader that goes with its stream",
      [
        destroyed("aws_kinesis_stream_consumer.a", { stream_arn: "arn:aws:kinesis:a" }),
        destroyedWhole("aws_kinesis_stream.a", "arn:aws:kinesis:a"),
      ],
    ],
  ],
  unknown: [
    [
      "whether the stream stays",
      [updated(carts, { stream_enabled: true }, {}, { stream_enabled: ["var.stream"] })],
      ["not known: stream_enabled, by var.stream"],
    ],
  ],
});

const stage = (rate: number) => ({ default_route_settings: [{ throttling_rate_limit: rate }] });
const group = (configuration: object) => ({ configuration: [configuration] });
const costs = "What a mistake or an attack may cost is more.";
itJudges(liftsLimits, {
  found: [
    [
      "an API that takes more calls, and one that takes any",
      [
        updated("aws_apigatewayv2_stage.live", stage(100), stage(10_000)),
        updated("aws_apigatewayv2_stage.test", stage(100), stage(0)),
      ],
      [
        `low default_route_settings.0.throttling_rate_limit: It takes 10,000 calls a second instead of 100. ${costs}`,
        `low default_route_settings.0.throttling_rate_limit: It takes as many calls as the account may instead of 100. ${costs}`,
      ],
    ],
    [
      "queries that may read anything, with settings of their own",
      [
        updated(
          "aws_athena_workgroup.analysts",
          group({ bytes_scanned_cutoff_per_query: 1e9, enforce_workgroup_configuration: true }),
          group({ bytes_scanned_cutoff_per_query: null, enforce_workgroup_configuration: false }),
        ),
      ],
      [
        `low configuration.0.bytes_scanned_cutoff_per_query: The limit of what a query may read is removed. ${costs}`,
        "low configuration.0.enforce_workgroup_configuration: Enforcing the settings of the group is turned off. Each user's own settings hold: where results go, and how they are encrypted.",
      ],
    ],
  ],
  well: [
    ["an API that takes fewer calls", [updated("aws_apigatewayv2_stage.live", stage(100), stage(50))]],
    ["an API without a limit, as before", [kept("aws_apigatewayv2_stage.live", stage(0))]],
  ],
  unknown: [
    [
      "how many calls",
      [
        updated(
          "aws_api_gateway_usage_plan.partners",
          { throttle_settings: [{ rate_limit: 5 }] },
          {},
          { throttle_settings: ["var.limits"] },
        ),
      ],
      ["not known: throttle_settings.0.rate_limit, by var.limits"],
    ],
  ],
});
