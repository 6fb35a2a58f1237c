import { comment } from "../../../../tools/review/comment/comment";
import { review } from "../../../../tools/review/review";
import { places } from "./places";

/** All that leaves a review. */
function said(json: object): string {
  const result = review([{ root: "root", json }]);
  return `${JSON.stringify(result)}\n${comment(result)}`;
}

/** A plan of a resource that is updated. */
const updated = (type: string, before: object, after: object, marks: object = {}): object => ({
  resource_changes: [{ address: `${type}.it`, type, change: { actions: ["update"], before, after, ...marks } }],
});

// Made for this test; they open nothing.
const random = "kQ7vX2mPz9LrT4wB8nYc";
const phrase = 'correct "horse" battery/9 staple';

describe.each(Object.entries(places))("in %s", (place, planWith) => {
  it("hides what looks random, and nothing that does not", () => {
    expect(said(planWith(random))).not.toContain(random);
    expect(said(planWith("harmless")).includes("harmless")).toBe(place !== "a resource that is deleted");
  });

  it("hides what is marked anywhere in the plan, however it is written", () => {
    const plan: { configuration?: { root_module: object } } = planWith(phrase);
    const root_module = { ...plan.configuration?.root_module, variables: { it: { sensitive: true } } };
    const marked = { ...plan, variables: { it: { value: phrase } }, configuration: { root_module } };
    expect(said(marked)).not.toMatch(/horse|aG9yc2/);
  });
});

it.each([
  ["by a mark before", { before_sensitive: { note: true } }],
  ["by a mark after", { after_sensitive: { note: true } }],
  ["by a mark of all that it is", { after_sensitive: true }],
])("hides both sides %s", (_, marks) => {
  const text = said(updated("aws_lb", { note: "swordfish" }, { note: "marlin" }, marks));
  expect(text).not.toMatch(/swordfish|marlin/);
  expect(text).toContain("hidden:");
});

it("hides the other side of a block that has moved in its list, and of no other block", () => {
  const variable = (name: string, value: string) => ({ name, value });
  const text = said(
    updated(
      "aws_codebuild_project",
      { variables: [variable("MODE", "swordfish"), variable("LEVEL", "info")] },
      { variables: [variable("LEVEL", "debug"), variable("MODE", "marlin")] },
      { before_sensitive: { variables: [{ value: true }, {}] }, after_sensitive: { variables: [{}, {}] } },
    ),
  );
  expect(text).not.toMatch(/swordfish|marlin/);
  expect(text).toContain("debug");
});

it.each([
  ["a name", { db_password: "swordfish" }],
  ["a name in camel case", { masterUserPassword: "swordfish" }],
  ["a number that a name calls secret", { pin: 73519 }, "73519"],
  ["members of a list of secrets", { api_keys: ["swordfish"] }],
  ["the value beside a name", { environment: [{ name: "DB_PASSWORD", value: "swordfish" }] }],
  ["the value beside a key of a tag", { tag: [{ key: "ApiKey", value: "swordfish", propagate_at_launch: true }] }],
  ["what follows an option", { command: ["run", "--password", "swordfish"] }],
  ["an option in a text", { command: "run --token swordfish --verbose" }],
  ["an assignment in a script", { user_data: 'export DB_PASSWORD="swordfish"\n' }],
  ["an assignment in YAML", { values: "db:\n  password: swordfish\n  port: 5432\n" }],
  ["an assignment in XML", { config: "<user>a</user><password>swordfish</password>" }],
  ["the password in a URL", { endpoint: "postgres://app:swordfish@db.internal:5432/app" }],
  ["a signature in a URL", { url: "https://b.s3.amazonaws.com/k?X-Amz-Signature=swordfish" }],
  ["a header", { header: "Authorization: Bearer swordfish" }],
  ["a header that a load balancer expects", { http_header: [{ name: "X-Origin-Secret", value: "swordfish" }] }],
  [
    "a condition that is a shared secret",
    {
      policy: JSON.stringify({
        Statement: [{ Effect: "Allow", Condition: { StringEquals: { "aws:Referer": "swordfish" } } }],
      }),
    },
  ],
  ["a private key", { body: "-----BEGIN RSA PRIVATE KEY-----\nswordfish\n-----END RSA PRIVATE KEY-----" }],
  ["a private key without its end", { body: "-----BEGIN PRIVATE KEY-----\nswordfish" }],
  ["a webhook", { target: "https://hooks.slack.com/services/T00/B00/swordfish" }],
])("hides by its form or name: %s", (_, after, secret = "swordfish") => {
  const text = said(updated("aws_lb", {}, after));
  expect(text).toContain("hidden:");
  expect(text).not.toContain(secret);
});

it.each([
  ["aws_instance", { metadata_options: [{ http_tokens: "optional" }] }, "optional"],
  ["aws_lambda_function", { source_code_hash: "u5c1Zs8pXbq0mM2cYQk3T7dLrJvNwPz9aEhGfKiOyRs=" }, "u5c1Zs8p"],
  ["aws_route53_record", { records: ["v=DKIM1; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKB"] }, "MIGfMA0GCSq"],
  ["aws_iam_account_password_policy", { minimum_password_length: 8, allow_users_to_change_password: true }, '"8"'],
  [
    "aws_rds_cluster",
    {
      master_user_secret: [
        {
          secret_arn:
            "arn:aws:secretsmanager:eu-west-1:111122223333:secret:rds!cluster-0f5b1c2d-3e4f-4a5b-8c6d-7e8f9a0b1c2d-AbCdEf",
        },
      ],
    },
    "rds!cluster",
  ],
  [
    "aws_ecs_task_definition",
    {
      container_definitions: JSON.stringify([
        {
          name: "app",
          secrets: [{ name: "DB_PASSWORD", valueFrom: "arn:aws:ssm:eu-west-1:111122223333:parameter/app/db" }],
        },
      ]),
    },
    "parameter/app/db",
  ],
  [
    "aws_lb_listener",
    {
      ssl_policy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
      certificate_arn: "arn:aws:acm:eu-west-1:111122223333:certificate/0f5b1c2d-3e4f-4a5b-8c6d-7e8f9a0b1c2d",
    },
    "ELBSecurityPolicy-TLS13",
  ],
  [
    "aws_iam_role_policy_attachment",
    { policy_arn: "arn:aws:iam::aws:policy/service-role/AmazonEC2RoleforSSM" },
    "AmazonEC2RoleforSSM",
  ],
  [
    "aws_autoscaling_group",
    {
      name: "prod-eu-west-1-web-20260101123456789000000001",
      target_group_arns: ["arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/50dc6c495c0c9188"],
    },
    "50dc6c495c0c9188",
  ],
  ["aws_instance", { ami: "ami-0123456789abcdef0", subnet_id: "subnet-0a1b2c3d4e5f60718" }, "subnet-0a1b2c3d4e5f60718"],
  [
    "aws_ecs_service",
    {
      image:
        "111122223333.dkr.ecr.eu-west-1.amazonaws.com/app@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    },
    "sha256:9f86d081",
  ],
  ["aws_cloudwatch_log_group", { name: "/aws/lambda/prodEuWest1OrdersWriterFunctionV2" }, "OrdersWriter"],
])("shows what only looks like one: %s %j", (type, after, expected) => {
  expect(said(updated(type, {}, after))).toContain(expected.replaceAll('"', ""));
});

it("does not hide a dull name all over a plan because it is marked in one place", () => {
  const text = said(
    updated(
      "aws_lb",
      { region: "a", note: "a" },
      { region: "eu-west-1", note: "eu-west-1" },
      { after_sensitive: { region: true } },
    ),
  );
  expect(text).toContain("eu-west-1");
});
