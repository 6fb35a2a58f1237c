import { DescribeVpcsCommand } from "@aws-sdk/client-ec2";
import { CreateBucketCommand, HeadBucketCommand } from "@aws-sdk/client-s3";
import { connect } from "../../../dr/aws";
import { ask } from "../../../dr/check";
import { doWithoutTheLostRegion } from "../../../dr/checks/do-without-the-lost-region";
import { holdNothingOfTheLostRegion } from "../../../dr/checks/hold-nothing-of-the-lost-region";
import type { RecoveredRegion } from "../../../dr/checks/view";
import type { GatedAws } from "../../../tools/gate/gated-aws";
import { emptyLocalAws } from "../../support/local-aws";
import { lostAws, lostRegion, targetRegion } from "../support/healthy-region";

const failed = (...problems: string[]) => ({ status: "failed", problems });

describe("no call needed the lost region", () => {
  let local: GatedAws;
  beforeAll(async () => {
    local = await emptyLocalAws();
  });
  afterAll(() => local.stop());

  const view = (): RecoveredRegion => ({
    ...nothing,
    aws: connect(local.environment, targetRegion),
    calls: local.calls(),
  });

  it("is uncertain while the log has no call to the target, and passes with one", async () => {
    expect(await ask(doWithoutTheLostRegion, view())).toMatchObject({ status: "uncertain" });
    await view().aws.ec2.send(new DescribeVpcsCommand({}));
    expect(await ask(doWithoutTheLostRegion, view())).toMatchObject({
      status: "passed",
      seen: "1 calls since the loss, 0 of them to eu-west-1",
    });
  });

  it("fails when one was signed for it or named a bucket of it, refused or not", async () => {
    const Bucket = "orders-of-the-lost-region";
    const lost = lostAws(local);
    await lost.s3.send(
      new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: lostRegion } }),
    );
    await local.switchOff(lostRegion);
    await expect(lost.ec2.send(new DescribeVpcsCommand({}))).rejects.toThrow();
    await expect(view().aws.s3.send(new HeadBucketCommand({ Bucket }))).rejects.toThrow();
    local.switchOn(lostRegion);

    expect(await ask(doWithoutTheLostRegion, view())).toMatchObject({
      status: "failed",
      problems: [
        expect.stringMatching(/^s3 \S+.*: signed for the region$/),
        "ec2 DescribeVpcs: refused, signed for the region (3 times)",
        expect.stringMatching(/^s3 .*: refused, names bucket orders-of-the-lost-region \(\d times\)$/),
      ],
    });
  });
});

describe("no value of the lost region is in plan or state", () => {
  const queue = "arn:aws:sqs:eu-west-1:111122223333:orders";
  const traces = ["eu-west-1", queue, "dev-orders-images", "vpc-0123456789abcdef0"];
  const asked = (parts: Partial<Pick<RecoveredRegion, "plan" | "state">>, some = traces) =>
    ask(holdNothingOfTheLostRegion, { ...nothing, ...parts, lost: { region: lostRegion, traces: some } });
  const plan = (parts: object) => ({ planned_values: {}, ...parts });
  const change = (after: object) =>
    plan({ resource_changes: [{ address: "aws_sqs_queue.orders", change: { after } }] });

  it("passes when there is none, and tells what it did not look at", async () => {
    const text = {
      module_calls: { network: { source: "../../modules/dev/eu-west-1/network" } },
      zones: { constant_value: "eu-west-1a" },
    };
    const tags = {
      Root: "dev-eu-central-1-recovery-of-eu-west-1",
      arn: "arn:aws:sqs:eu-central-1:111122223333:orders",
    };
    const filename = "../../modules/dev/eu-west-1/database/preparation.zip";
    const outcome = await asked({ plan: { ...change({ tags, filename }), configuration: { root_module: text } } });
    expect(outcome).toMatchObject({ status: "passed", problems: [] });
    expect(outcome.seen).toMatch(/\d+ strings .* 4 traces; not looked at: .* recovery-of-eu-west-1$/);
  });

  const places: [string, Partial<Pick<RecoveredRegion, "plan" | "state">>, string][] = [
    [
      "an ARN in a planned resource",
      { plan: change({ source: [queue] }) },
      "plan.resource_changes[0].change.after.source[0] holds eu-west-1",
    ],
    [
      "a zone in the planned values",
      { plan: { planned_values: { root_module: { zone: "eu-west-1b" } } } },
      "plan.planned_values.root_module.zone holds eu-west-1",
    ],
    [
      "an id in a variable of the plan",
      { plan: plan({ variables: { vpc: { value: "vpc-0123456789abcdef0" } } }) },
      "plan.variables.vpc.value holds vpc-0123456789abcdef0",
    ],
    [
      "an endpoint in what a data source had read",
      { plan: plan({ prior_state: { values: { host: "rds.eu-west-1.amazonaws.com" } } }) },
      "plan.prior_state.values.host holds eu-west-1",
    ],
    [
      "a bucket inside of a policy in the state",
      { state: { values: { policy: JSON.stringify({ Resource: "arn:aws:s3:::dev-orders-images/*" }) } } },
      "state.values.policy holds dev-orders-images",
    ],
    [
      "a region as a key",
      { state: { values: { by_region: { "eu-west-1": 1 } } } },
      "state.values.by_region (key) holds eu-west-1",
    ],
  ];
  it.each(places)("fails on %s", async (_, parts, problem) => {
    expect(await asked(parts)).toMatchObject(failed(problem));
  });

  it("does not mistake a longer name for a trace", async () => {
    expect(await asked({ state: { values: { bucket: "dev-orders-images2", region: "eu-west-10" } } })).toMatchObject({
      status: "passed",
    });
  });

  it("is uncertain without a plan, a state or traces", async () => {
    expect(await asked({ plan: {} })).toMatchObject({ status: "uncertain" });
    expect(await asked({ state: undefined })).toMatchObject({ status: "uncertain" });
    expect(await asked({}, [])).toMatchObject({ status: "uncertain" });
    expect(await asked({}, ["eu-west-1", ""])).toMatchObject({ status: "uncertain" });
  });
});

const nothing: RecoveredRegion = {
  aws: connect({}, targetRegion),
  awsIn: (region) => connect({}, region),
  namePrefix: "none",
  zones: [],
  services: { api: { compute: "lambda" }, web: { compute: "lambda" } },
  database: { engine: "aurora", readerCount: 0 },
  images: { repositories: [], imageParameters: [] },
  snapshotArn: "",
  healthPaths: [],
  originPrefix: "",
  logFolder: "",
  domain: "example.com",
  calls: [],
  callsSince: () => [],
  plannedNow: { recovery: async () => [], edge: async () => [] },
  compareWithSource: async () => ({ compared: 0, types: {}, differences: [] }),
  compareStates: () => ({ resources: 0, attributes: 0, differences: [] }),
  lost: { region: lostRegion, traces: [lostRegion] },
  plan: { planned_values: {} },
  state: { values: {} },
};
