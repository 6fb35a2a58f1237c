import { compareStates } from "../../../dr/parity/compare-states";
import type { StateObject } from "../../../dr/parity/state-object";
import { stateParity } from "../../../dr/parity/state-parity";
import { decidedIn } from "../../../terraform/plan/decided";
import { elsewhere, lost } from "./places";

type Attributes = Record<string, unknown>;

const queue = (attributes: Attributes, name = "orders"): StateObject => ({
  address: `module.events.aws_sqs_queue.${name}`,
  type: "aws_sqs_queue",
  attributes,
});

const made = { actions: ["create"], before: null, after: {} };

/** A plan that makes queues, as far as it is read: what is configured of `orders`, and what AWS will decide of each. */
const plan = (expressions: Attributes = {}, unknown: Attributes = {}) => ({
  configuration: {
    root_module: {
      module_calls: { events: { module: { resources: [{ address: "aws_sqs_queue.orders", expressions }] } } },
    },
  },
  resource_changes: ["orders", "failed"].map((name) => ({
    address: `module.events.aws_sqs_queue.${name}`,
    change: { ...made, after_unknown: { id: true, arn: true, ...unknown } },
  })),
});

interface Case {
  readonly source: readonly StateObject[];
  readonly recovered: readonly StateObject[];
  readonly plan?: unknown;
  readonly secrets?: readonly string[];
}

function compare({ source, recovered, plan: given = plan(), secrets = [] }: Case) {
  const decided = decidedIn(given);
  const compared = compareStates({ objects: source, place: lost }, { objects: recovered, place: elsewhere }, decided);
  return stateParity(compared, {
    decided,
    declared: [],
    variables: { ephemeral: "It is destroyed afterwards." },
    isSecret: (_, attribute) => secrets.includes(attribute),
  });
}

/** Two states of one queue, and how they compare. */
const one = (source: Attributes, recovered: Attributes, others: Omit<Case, "source" | "recovered"> = {}) =>
  compare({ source: [queue(source)], recovered: [queue(recovered)], ...others });

const differs = { differences: [expect.anything()] };
const agrees = { attributes: 1, differences: [], declared: [] };
const arn = (region: string, name: string) => `arn:aws:sqs:${region}:123456789012:${name}`;
const notCompared = (result: ReturnType<typeof compare>) =>
  result.notCompared.filter(({ count }) => count > 0).map(({ reason, of }) => [reason, of]);

describe("what a configuration decides", () => {
  it.each<[string, Attributes, Attributes]>([
    ["a name", { name: "dev-eu-west-1-orders" }, { name: "run7-orders" }],
    ["the tag of the run", { tags_all: { Run: "run7" } }, { tags_all: { Run: "run7" } }],
    ["an ARN", { topic: arn("eu-west-1", "dev-eu-west-1-x") }, { topic: arn("eu-central-1", "run7-x") }],
    [
      "a file of the module that both call",
      { filename: "../../modules/dev/eu-west-1/database/preparation.zip" },
      { filename: "../../modules/dev/eu-west-1/database/preparation.zip" },
    ],
    ["a block of addresses", { cidr: "10.0.16.0/20" }, { cidr: "10.1.16.0/20" }],
    ["a list in another order", { zones: ["eu-west-1a", "eu-west-1b"] }, { zones: ["eu-central-1a", "eu-central-1c"] }],
    ["a policy in another order", { policy: '{"Action":["a","b"]}' }, { policy: '{ "Action": ["b", "a"] }' }],
    [
      "a region inside of Base64",
      { user_data: Buffer.from("export AWS_REGION=eu-west-1 # where it is").toString("base64") },
      { user_data: Buffer.from("export AWS_REGION=eu-central-1 # where it is").toString("base64") },
    ],
    ["a block whose zero values are written", { rule: [{ days: 7 }] }, { rule: [{ days: 7, prefix: "", size: 0 }] }],
  ])("agrees in %s", (_, source, recovered) => {
    expect(one(source, recovered)).toMatchObject(agrees);
  });

  it.each<[string, Attributes, Attributes]>([
    ["a number", { days: 90 }, { days: 7 }],
    ["a switch that is off", { encrypted: true }, { encrypted: false }],
    ["a switch that is not there", { encrypted: true }, {}],
    ["a name of the lost region", { name: "run7-orders" }, { name: "dev-eu-west-1-orders" }],
    ["a tie to the lost region", { topic: arn("eu-west-1", "x") }, { topic: arn("eu-west-1", "x") }],
    ["one statement more", { policy: '["a"]' }, { policy: '["a","b"]' }],
    [
      "a letter inside of Base64",
      { user_data: Buffer.from("export LEVEL=info and much more of it").toString("base64") },
      { user_data: Buffer.from("export LEVEL=debug and much more of it").toString("base64") },
    ],
  ])("differs in %s", (_, source, recovered) => {
    expect(one(source, recovered)).toMatchObject(differs);
  });

  it("differs in the part of a list that does", () => {
    const rules = (days: number) => [
      { name: "daily", days },
      { name: "hourly", days: 1 },
    ];
    expect(one({ rule: rules(30) }, { rule: rules(7) }).differences).toEqual([
      {
        type: "aws_sqs_queue",
        name: "module.events.aws_sqs_queue.orders",
        setting: "rule.days",
        source: 30,
        recovered: 7,
      },
    ]);
  });

  it("differs for a reason where a variable alone decides", () => {
    const protects = (...references: string[]) => ({ plan: plan({ protected: { references } }) });
    const [source, recovered] = [{ protected: true }, { protected: false }];
    const reason = "It is destroyed afterwards.";
    expect(one(source, recovered, protects("var.ephemeral"))).toMatchObject({
      differences: [],
      declared: [{ reason }],
    });
    expect(one(source, recovered, protects("var.ephemeral", "var.days"))).toMatchObject(differs);
    expect(one(source, recovered, protects("var.days"))).toMatchObject(differs);
  });
});

describe("what AWS generates", () => {
  const failed = (id: string) => queue({ id }, "failed");
  const refersTo = (id: string) => queue({ target: `${id}/messages` });
  const wired = plan({ target: { references: ["aws_sqs_queue.failed.id"] } }, { target: true });

  it("is compared by the address that it is of, wherever another resource has it", () => {
    const result = compare({
      source: [failed("oyutgth"), refersTo("oyutgth")],
      recovered: [failed("jarijka"), refersTo("jarijka")],
      plan: wired,
    });
    expect(result).toMatchObject(agrees);
    expect(notCompared(result)).toEqual([
      [expect.stringContaining("to identify the resource"), { "aws_sqs_queue.id": 1 }],
    ]);
  });

  it.each(["queue-111111", "queue-333333"])("differs where the recovery has %s, which is not its own", (other) => {
    const { differences } = compare({
      source: [failed("queue-111111"), refersTo("queue-111111")],
      recovered: [failed("queue-222222"), refersTo(other)],
      plan: wired,
    });
    expect(differences).toEqual([
      expect.objectContaining({
        setting: "target",
        source: "<module.events.aws_sqs_queue.failed.id>/messages",
        recovered: `${other}/messages`,
      }),
    ]);
  });

  it("is learned inside of a block, too", () => {
    const door = (host: string) => queue({ door: [{ host, tls: "1.2" }] }, "failed");
    const expressions = { target: { references: ["aws_sqs_queue.failed.door"] } };
    const result = compare({
      source: [door("d-111111.example"), refersTo("d-111111.example")],
      recovered: [door("d-222222.example"), refersTo("d-222222.example")],
      plan: plan(expressions, { door: [{ host: true }] }),
    });
    expect(result.differences).toEqual([]);
  });

  it("is not what a configuration sets elsewhere", () => {
    const told = (type: string) => queue({ type }, "failed");
    const { differences } = compare({
      source: [told("m5.2xlarge"), queue({ type: "m5.2xlarge" })],
      recovered: [told("t3.medium"), queue({ type: "t3.medium" })],
      plan: {
        ...plan({ type: { constant_value: "m5.2xlarge" } }),
        resource_changes: [
          { address: "module.events.aws_sqs_queue.failed", change: { ...made, after_unknown: { type: true } } },
        ],
      },
    });
    expect(differences).toEqual([expect.objectContaining({ source: "m5.2xlarge", recovered: "t3.medium" })]);
  });

  it("is compared by its kind where neither state has what it names", () => {
    const result = one({ image: "ami-0123456789abcdef0" }, { image: "ami-0fedcba9876543210" });
    expect(result).toMatchObject({ attributes: 0, differences: [] });
    expect(notCompared(result)).toEqual([[expect.stringContaining("only its kind"), { "aws_sqs_queue.image": 1 }]]);
  });
});

describe("what AWS chose", () => {
  it("is compared, and counted where it differs", () => {
    const unknown = plan({}, { owner: true, state: true, made: true });
    const result = one(
      { owner: "me", state: "available", made: "2026-11-01T00:00:00Z" },
      { owner: "me", state: "pendingAcceptance", made: "2026-11-02T00:00:00Z" },
      { plan: unknown },
    );
    expect(result).toMatchObject(agrees);
    const differing = { "aws_sqs_queue.made": 1, "aws_sqs_queue.state": 1 };
    expect(notCompared(result)).toEqual([[expect.stringContaining("chosen by AWS"), differing]]);
  });

  it("is not what a configuration sets, even if it is known after the apply only", () => {
    const configured = plan({ target: { references: ["aws_sns_topic.x"] } }, { target: true });
    expect(one({ target: "on" }, { target: "off" }, { plan: configured })).toMatchObject(differs);
  });
});

it("counts what is set in neither", () => {
  const result = one({ policy: null, tags: {} }, { policy: "" });
  expect(result).toMatchObject({ attributes: 0, differences: [] });
  expect(notCompared(result)).toEqual([["set in neither", { "aws_sqs_queue.policy": 1, "aws_sqs_queue.tags": 1 }]]);
});

it("finds what only one of the two has, and pairs what a name of the place is the key of", () => {
  const keyed = (prefix: string) => queue({ days: 7 }, `orders["/${prefix}/api"]`);
  const result = compare({
    source: [keyed("dev-eu-west-1"), queue({}, "lost")],
    recovered: [keyed("run7"), queue({}, "extra")],
  });
  expect(result).toMatchObject({ resources: 1, attributes: 1 });
  expect(result.differences.map(({ name, source, recovered }) => [name, source, recovered])).toEqual([
    ["module.events.aws_sqs_queue.lost", true, false],
    ["module.events.aws_sqs_queue.extra", false, true],
  ]);
});

it("compares a secret, and does not show it", () => {
  const secrets = ["password"];
  expect(one({ password: "correct-horse" }, { password: "correct-horse" }, { secrets })).toMatchObject(agrees);
  const result = one({ password: "correct-horse" }, { password: "battery-staple" }, { secrets });
  expect(result).toMatchObject(differs);
  expect(JSON.stringify(result)).not.toMatch(/correct-horse|battery-staple/);
});
