import type { Attributes, ResourceChange } from "../../../terraform/plan/resource-changes";
import { blocksIn } from "../../../terraform/values/resource";
import { finding, ok, type Rule, type Verdict } from "./rule";

/** A limit that AWS raises for nobody: what it counts, of what, and how many may be. */
interface Limit {
  readonly what: string;
  readonly attribute: string;
  readonly most: number;
  count(value: unknown, values: Attributes): number;
}

/** IAM counts a policy without white space. */
const characters = (attribute: string, most: number, what = "characters of the policy"): Limit => ({
  what,
  attribute,
  most,
  count: (value) => (typeof value === "string" ? value.replace(/\s/g, "").length : 0),
});
const bytes = (attribute: string, most: number, what: string): Limit => ({
  what,
  attribute,
  most,
  count: (value) => (typeof value === "string" ? Buffer.byteLength(value) : 0),
});
const members = (attribute: string, most: number, what: string): Limit => ({
  what,
  attribute,
  most,
  count: (value) => (Array.isArray(value) ? value.length : 0),
});

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html and the quotas of each service. */
const limits: Readonly<Record<string, readonly Limit[]>> = {
  aws_iam_group_policy: [characters("policy", 5_120)],
  aws_iam_policy: [characters("policy", 6_144)],
  aws_iam_role_policy: [characters("policy", 10_240)],
  aws_iam_user_policy: [characters("policy", 2_048)],
  aws_instance: [bytes("user_data", 16_384, "bytes of user data")],
  aws_kms_key: [bytes("policy", 32_768, "bytes of the policy")],
  aws_kms_key_policy: [bytes("policy", 32_768, "bytes of the policy")],
  aws_lambda_function: [
    members("layers", 5, "layers"),
    {
      what: "bytes of environment variables",
      attribute: "environment",
      most: 4_096,
      count: (environment) =>
        blocksIn({ environment }, "environment")
          .flatMap(({ variables }) => Object.entries(Object(variables)))
          .reduce((sum, [name, value]) => sum + Buffer.byteLength(`${name}${value}`), 0),
    },
  ],
  aws_s3_bucket_policy: [bytes("policy", 20_480, "bytes of the policy")],
  aws_sfn_state_machine: [bytes("definition", 1_048_576, "bytes of the definition")],
  aws_ssm_parameter: [
    {
      ...bytes("value", 8_192, "bytes of the value"),
      count: (value, { tier }) =>
        typeof value === "string" ? Buffer.byteLength(value) * (tier === "Standard" ? 2 : 1) : 0,
    },
  ],
};

const wayOut = "Split it, or make it smaller.";

/** What AWS will refuse, so that the apply fails half-way. */
export const exceedsLimits: Rule = {
  id: "exceeds-limits",
  about: "Something is larger than AWS takes, and nobody can have that raised.",
  severities: ["high"],
  cannotSee: "Limits that an account has had raised, and how much of them is used: AWS knows, and no plan.",
  wayOut,
  mayBeUnknown: false,
  check: (change): Verdict | Verdict[] => {
    if (change.after === null || !change.type.startsWith("aws_")) return ok;
    return [...(limits[change.type] ?? []), tags].map((limit) => exceeded(limit, change));
  },
};

const tags: Limit = {
  what: "tags",
  attribute: "tags_all",
  most: 50,
  count: (value, { tags: own }) => Object.keys(Object(value ?? own)).length,
};

function exceeded({ what, attribute, most, count }: Limit, { after }: ResourceChange): Verdict {
  const number = count(after?.[attribute], after ?? {});
  if (number <= most) return ok;
  return finding({
    severity: "high",
    attribute,
    why: `It has ${number} ${what}, and AWS takes ${most}: the apply fails half-way.`,
    wayOut,
  });
}
