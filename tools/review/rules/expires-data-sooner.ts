import type { Attributes, ResourceChange } from "../../../terraform/plan/resource-changes";
import { blocksIn, numberIn } from "../../../terraform/values/resource";
import { also } from "../guards/also";
import { more, off } from "../guards/guard";
import { weakening } from "../guards/weakening";
import { after } from "../read/after";
import { isOfNew } from "../read/of-new";
import { block, lookAt, type Pair } from "../read/pairs";
import { parsed } from "../secrets/inside";
import { finding, notKnown, ok, type Rule, type Surroundings, type Verdict } from "./rule";

const means = "What is older by then is deleted, for good.";
const wayOut = "See first what it would delete, and keep a copy of what somebody may need.";

/** Objects, records and messages that expire are deleted by AWS itself, and by no destroy. */
export const expiresDataSooner: Rule = also(
  weakening({
    id: "expires-data-sooner",
    about: "Objects, images, records or messages are deleted by themselves, or sooner than before.",
    cannotSee: "How much there is of that age, and filters of a rule that it compares by the name of the rule only.",
    guards: {
      aws_dynamodb_table: [{ ...off(["ttl", 0, "enabled"], "Expiry of items"), enough: 0 }],
      aws_kinesis_stream: [
        more(["retention_period"], "Hours that records are kept", { unit: "hours", unsaid: 24, enough: 0 }),
      ],
      aws_sqs_queue: [
        more(["message_retention_seconds"], "How long messages are kept", {
          unit: "seconds",
          unsaid: 345_600,
          enough: 0,
        }),
      ],
      aws_timestreamwrite_table: [
        more(["retention_properties", 0, "magnetic_store_retention_period_in_days"], "Days that records are kept", {
          unit: "days",
          unsaid: 73_000,
          enough: 0,
        }),
      ],
    },
    weaker: "medium",
    means,
    wayOut,
  }),
  { aws_ecr_lifecycle_policy: ofImages, aws_s3_bucket_lifecycle_configuration: ofLifecycle },
  ["high"],
);

/** A rule with the objects or versions that it deletes, and after how many days. */
function ofLifecycle(change: ResourceChange, around: Surroundings): Verdict[] {
  if (change.after === null || (change.before === null && isOfNew(change, "bucket", around))) return [];
  const each = (rule: Pair): Verdict[] => {
    if (rule.after?.status !== "Enabled") return [];
    return [
      ["expiration", "days", "Objects"],
      ["noncurrent_version_expiration", "noncurrent_days", "Former versions"],
    ].map(([name = "", unit = "", what = ""]): Verdict => {
      const path = ["rule", rule.index, name, 0, unit];
      const become = after(change, path, around);
      if (become.is === "unknown") return notKnown(path.join("."), become.by);
      const [was, is] = [rule.before, rule.after].map((one) =>
        one?.status === "Enabled" ? daysOf(one, name, unit) : Number.POSITIVE_INFINITY,
      );
      if (is === undefined || was === undefined || is >= was) return ok;
      const former = was === Number.POSITIVE_INFINITY ? "never before" : `after ${was} days before`;
      return finding({
        severity: name === "expiration" ? "high" : "medium",
        attribute: path.join("."),
        why: `${what} of the rule "${rule.key}" are deleted after ${is} days, ${former}. ${means}`,
        wayOut,
      });
    });
  };
  return lookAt(change, { name: "rule", keyOf: ({ id }) => id, each }, around);
}

const daysOf = (rule: Attributes | undefined, name: string, unit: string): number =>
  numberIn(block(rule, name), unit) || Number.POSITIVE_INFINITY;

/** Images with a tag: those without are what a newer one has replaced. */
function ofImages(change: ResourceChange, around: Surroundings): Verdict[] {
  const become = after(change, ["policy"], around);
  if (change.after === null || (change.before === null && isOfNew(change, "repository", around))) return [];
  if (become.is === "unknown") return [notKnown("policy", become.by)];
  const [was, is] = [change.before?.policy, change.after.policy].map(imageDays);
  if (is === undefined || was === undefined || is >= was) return [];
  return [
    finding({
      severity: "high",
      attribute: "policy",
      why: `Images are deleted ${is} ${is === 1 ? "day" : "days"} after they were pushed, ${was === Number.POSITIVE_INFINITY ? "and were kept before" : `instead of ${was}`}, those that run included. ${means}`,
      wayOut: "Delete by count, or images without a tag only; what runs must be there to be started again.",
    }),
  ];
}

const imageDays = (policy: unknown): number =>
  Math.min(
    Number.POSITIVE_INFINITY,
    ...blocksIn(Object(parsed(`${policy}`)), "rules")
      .map((rule) => Object(rule.selection))
      .filter(({ tagStatus, countType }) => tagStatus !== "untagged" && countType === "sinceImagePushed")
      .map(({ countNumber }) => Number(countNumber)),
  );
