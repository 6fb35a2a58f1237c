import { findTarget, type Wanted } from "../../dr/find-target";
import { drilledEnvironment } from "../../dr/preflight";
import type { Target } from "../../dr/target";
import { regionNames } from "../../regions/schema/aws-regions";
import { liveRegions } from "../../regions/schema/environment";

const [live] = liveRegions(drilledEnvironment());
const home = live?.name ?? "eu-west-1";
const [other = home, one = home, two = home, unused = home] = regionNames.filter((name) => name !== home);
const target = (lost: Target["lost"], region: Target["region"]): Target => ({
  ...{ lost, region, cidr: "10.200.0.0/16" },
  ...{ zones: {}, copiesTo: "eu-north-1" },
});
/** Two regions that are rebuilt in the same one, and one of them in another one, too. */
const all = [target(other, one), target(home, one), target(home, two)];
const find = (wanted: Wanted, among: readonly Target[] = all) => findTarget(wanted, drilledEnvironment(), among);

it("takes the first target where nothing is asked for, and says which of how many it is", () => {
  expect(find({}, all.slice(1))).toMatchObject({ target: all[1], lost: { name: home }, place: "1 of 2 targets" });
});

it.each<[Wanted, number]>([
  [{ lost: home, target: one }, 1],
  [{ lost: home, target: two }, 2],
  [{ target: two }, 2],
])("takes exactly the target for %j", (wanted, index) => {
  const found = find(wanted);
  expect([found.target, found.place]).toEqual([all[index], `${index + 1} of 3 targets`]);
});

it.each<[Wanted, string]>([
  [
    { target: one },
    `--target ${one}: 2 targets of dr/targets.ts are such: ${other} → ${one}, ${home} → ${one}. Add --lost.`,
  ],
  [
    { lost: home },
    `--lost ${home}: 2 targets of dr/targets.ts are such: ${home} → ${one}, ${home} → ${two}. Add --target.`,
  ],
  [
    { lost: other, target: two },
    `--lost ${other} --target ${two}: dr/targets.ts has no such target. Known: ${other} → ${one}, ${home} → ${one}, ${home} → ${two}.`,
  ],
  [{ target: `${two}x` }, `--target: "${two}x" is not a known recovery target. Did you mean "${two}"?`],
  [{ lost: unused }, `--lost: "${unused}" is not a known region with a target.`],
])("refuses %j, and names what there is", (wanted, message) => {
  expect(() => find(wanted)).toThrow(message);
});
