import { ask } from "../../../dr/check";
import { agreeAddressByAddress } from "../../../dr/checks/agree-address-by-address";
import { agreeWithTheSource } from "../../../dr/checks/agree-with-the-source";
import { leaveTheEdgeAlone } from "../../../dr/checks/leave-the-edge-alone";
import { planNothingMore } from "../../../dr/checks/plan-nothing-more";
import type { RecoveredRegion } from "../../../dr/checks/view";
import type { Call } from "../../../tools/gate/call-log";

const call: Call = {
  time: 0,
  protocol: "rest-xml",
  region: "us-east-1",
  service: "cloudfront",
  action: "ListDistributions",
};
const lost = { region: "eu-west-1", traces: [] };
const changed = "module.edge.aws_cloudfront_distribution.shop.comment";

/** What a plan of the recovery and one of the edge change, and what is called meanwhile. */
const planned = (changes: readonly string[], calls: readonly Call[] = [call]) => {
  const plan = async () => changes;
  return { plannedNow: { recovery: plan, edge: plan }, callsSince: () => calls, lost } as unknown as RecoveredRegion;
};

describe("a second plan of the recovery", () => {
  it("passes when it changes nothing", async () => {
    expect(await ask(planNothingMore, planned([]))).toMatchObject({ status: "passed", seen: "No changes" });
  });

  it("fails with each change", async () => {
    expect(await ask(planNothingMore, planned([changed]))).toMatchObject({ status: "failed", problems: [changed] });
  });
});

describe("a plan of the edge", () => {
  it("passes when it changes nothing, and nobody called the lost region meanwhile", async () => {
    const seen = "No changes, 1 calls meanwhile, 0 of them to eu-west-1";
    expect(await ask(leaveTheEdgeAlone, planned([]))).toMatchObject({ status: "passed", seen });
  });

  it("fails with each change", async () => {
    expect(await ask(leaveTheEdgeAlone, planned([changed]))).toMatchObject({ status: "failed", problems: [changed] });
  });

  it.each<[string, Call]>([
    ["called", { ...call, region: "eu-west-1" }],
    ["named", { ...call, refused: { region: "eu-west-1", because: "the bucket is there" } }],
  ])("fails when the lost region was %s", async (_, toLost) => {
    const problems = ["cloudfront ListDistributions called eu-west-1"];
    expect(await ask(leaveTheEdgeAlone, planned([], [call, toLost]))).toMatchObject({ status: "failed", problems });
  });

  it("is uncertain when it called nothing", async () => {
    expect(await ask(leaveTheEdgeAlone, planned([], []))).toMatchObject({ status: "uncertain" });
  });
});

describe("parity of states", () => {
  const compared = (attributes: number, ...differences: object[]) =>
    ({ compareStates: () => ({ resources: 3, attributes, differences }) }) as unknown as RecoveredRegion;

  it("passes when no attribute differs that is not declared", async () => {
    const outcome = await ask(agreeAddressByAddress, compared(40));
    expect(outcome).toMatchObject({ status: "passed", seen: "40 attributes of 3 resources" });
  });

  it("fails with each difference, by its address", async () => {
    const name = "module.api.aws_lb.load_balancer";
    const difference = { type: "aws_lb", name, setting: "internal", source: true, recovered: false };
    expect(await ask(agreeAddressByAddress, compared(40, difference))).toMatchObject({
      status: "failed",
      problems: [`${name}: internal is true in the source, false in the recovery`],
    });
  });

  it("is uncertain when nothing could be compared", async () => {
    expect(await ask(agreeAddressByAddress, compared(0))).toMatchObject({ status: "uncertain" });
  });
});

describe("parity", () => {
  const compared = (...differences: object[]) =>
    ({ compareWithSource: async () => ({ compared: 2, types: { aws_vpc: 1, aws_lb: 1 }, differences }) }) as unknown;

  it("passes when nothing differs that is not declared", async () => {
    const outcome = await ask(agreeWithTheSource, compared() as RecoveredRegion);
    expect(outcome).toMatchObject({ status: "passed", seen: "2 resources of 2 types" });
  });

  it("fails with each difference, and both its values", async () => {
    const difference = { type: "aws_lb", name: "<prefix>-web", setting: "scheme", source: "internal", recovered: null };
    expect(await ask(agreeWithTheSource, compared(difference) as RecoveredRegion)).toMatchObject({
      status: "failed",
      problems: ['aws_lb <prefix>-web: scheme is "internal" in the source, null in the recovery'],
    });
  });
});
