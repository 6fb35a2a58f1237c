import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ask } from "../../../dr/check";
import { agreeAddressByAddress } from "../../../dr/checks/agree-address-by-address";
import { agreeWithTheSource } from "../../../dr/checks/agree-with-the-source";
import { checks } from "../../../dr/checks/all";
import { doWithoutTheLostRegion } from "../../../dr/checks/do-without-the-lost-region";
import { holdNothingOfTheLostRegion } from "../../../dr/checks/hold-nothing-of-the-lost-region";
import { planNothingMore } from "../../../dr/checks/plan-nothing-more";
import type { RecoveredRegion } from "../../../dr/checks/view";
import { projectRoot } from "../../../terraform/project-root";
import type { GatedAws } from "../../../tools/gate/gated-aws";
import { emptyLocalAws } from "../../support/local-aws";
import { healthyRegion, targetRegion } from "../support/healthy-region";

let local: GatedAws;
let view: RecoveredRegion;

beforeAll(async () => {
  local = await emptyLocalAws();
});
afterAll(() => local.stop());

const asksNobody = [
  doWithoutTheLostRegion,
  holdNothingOfTheLostRegion,
  planNothingMore,
  agreeWithTheSource,
  agreeAddressByAddress,
];
const asksAws = checks.filter((check) => !asksNobody.includes(check));

it("asks every check that has a file", () => {
  const files = readdirSync(join(projectRoot, "dr/checks")).filter((file) => !["all.ts", "view.ts"].includes(file));
  expect(new Set(checks).size).toBe(files.length);
});

describe.each(["ec2", "ecs", "lambda"] as const)("where the shop runs on %s", (compute) => {
  beforeAll(async () => {
    ({ view } = await healthyRegion(local, `well-${compute}`, { compute, prepared: true }));
  });

  it.each(checks)("passes on a healthy region: $title", async (check) => {
    expect(await ask(check, view)).toMatchObject({ status: "passed", problems: [] });
  });

  describe("when AWS does not answer", () => {
    beforeAll(() => local.switchOff(targetRegion));
    afterAll(() => local.switchOn(targetRegion));

    it.each(asksAws)("is uncertain, not passed: $title", async (check) => {
      expect(await ask(check, view)).toMatchObject({
        status: "uncertain",
        problems: [expect.stringContaining("eu-central-1 is blocked")],
      });
    });
  });
});
