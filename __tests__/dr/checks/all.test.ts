import { ask } from "../../../dr/check";
import { checks } from "../../../dr/checks/all";
import type { RecoveredRegion } from "../../../dr/checks/view";
import { type LocalAws, startLocalAws } from "../../../tools/local-aws/local-aws";
import { healthyRegion } from "../support/healthy-region";

let local: LocalAws;
let view: RecoveredRegion;

beforeAll(async () => {
  local = await startLocalAws();
  ({ view } = await healthyRegion(local, "well"));
}, 60_000);
afterAll(() => local.stop());

it.each(checks)("passes on a healthy region: $title", async (check) => {
  expect(await ask(check, view)).toMatchObject({ status: "passed", problems: [] });
});
