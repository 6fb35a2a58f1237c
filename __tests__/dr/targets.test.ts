import { recovered, zoneNames } from "../../dr/recovered";
import { defineTargets, type Target } from "../../dr/target-schema";
import { defineRegion } from "../../regions/schema/region-schema";
import { environments } from "../example/regions/environments";
import { euWest1 } from "../example/regions/eu-west-1";
import { refusal } from "../support/refusal";

const target: Target = {
  lost: "eu-west-1",
  region: "eu-central-1",
  cidr: "10.1.0.0/16",
  zones: { a: "a", b: "b", c: "c" },
  copiesTo: "eu-north-1",
};
const untyped = (change: Readonly<Record<string, unknown>>): Target => Object.assign({}, target, change);
const standby = 'Add a file with role "standby" for it, so that recovery finds a key and a state bucket there.';

const rows: [wrong: string, target: Target, ...problems: string[]][] = [
  [
    "a target under another law",
    { ...target, region: "eu-west-2" },
    "0.region: eu-west-2 is under the law of uk, eu-west-1 under that of eu: personal data must not leave it. Choose eu-central-1, eu-north-1, eu-west-3.",
    `0.region: eu-west-2 is no standby region of prod, staging, dev. ${standby}`,
  ],
  [
    "a target that is no standby region",
    { ...target, region: "eu-north-1" },
    `0.region: eu-north-1 is no standby region of prod, staging, dev. ${standby}`,
  ],
  [
    "an unknown lost region",
    untyped({ lost: "eu-wst-1" }),
    '0.lost: "eu-wst-1" must be one of eu-central-1, eu-north-1, eu-west-1, eu-west-2, eu-west-3, us-east-1, us-east-2, us-west-2. Did you mean "eu-west-1"?',
  ],
  [
    "a lost region that is not live",
    { ...target, lost: "eu-west-3" },
    '0.lost: eu-west-3 is no live region of prod, staging, dev, so there is nothing to recover. Name a region that has the role "live" everywhere.',
  ],
  [
    "a zone that the target lacks",
    { ...target, zones: { a: "a", b: "b", c: "d" } },
    '0.zones.c: "d" is no zone of eu-central-1. Zones there: a, b, c.',
  ],
  [
    "a zone without a stand-in",
    { ...target, zones: { a: "a", b: "b" } },
    "0.zones: says nothing about zone c of the lost region. Name the zone of eu-central-1 that stands for it.",
  ],
  [
    "two zones in one",
    { ...target, zones: { a: "a", b: "b", c: "b" } },
    '0.zones.c: "b" stands for zone b already. Zones there: a, b, c.',
  ],
  [
    "an address block of a live region",
    { ...target, cidr: "10.0.0.0/16" },
    "0.cidr: 10.0.0.0/16 overlaps 10.0.0.0/16 of regions/eu-west-1.ts. Choose a /16 that no other region uses.",
  ],
  [
    "a block that is no /16",
    { ...target, cidr: "10.1.0.0/17" },
    String.raw`0.cidr: "10.1.0.0/17" must match ^((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\.){2}0\.0\/16$. IPv4 block of the VPC, a /16 such as 10.0.0.0/16.`,
  ],
  [
    "copies that a second loss takes along",
    { ...target, copiesTo: "eu-central-1" },
    "0.copiesTo: eu-central-1 has no copies vault in prod that outlives eu-central-1 under the law of eu. Choose eu-north-1.",
  ],
  ["a misspelt key", untyped({ zone: {} }), '0.zone: is not known here. Did you mean "zones"?'],
  [
    "a letter that is no zone",
    untyped({ zones: { ...target.zones, q: "a" } }),
    "0.zones.q: is not known here. Known are a, b, c, d, e, f.",
  ],
];

it.each(rows)("refuses %s", (_, wrong, ...problems) => {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  expect(refusal(() => defineTargets(environments, [wrong]))).toBe(
    [`dr/targets.ts has ${count}:`, ...problems.map((problem) => `  ${problem}`)].join("\n"),
  );
});

it("refuses the same recovery twice", () => {
  expect(refusal(() => defineTargets(environments, [target, target]))).toBe(
    "dr/targets.ts has 1 problem:\n  1.region: eu-central-1 is there twice for eu-west-1. Name it once.",
  );
});

it("refuses a block that the recovery of another region has", () => {
  const paris = defineRegion({
    name: "eu-west-3",
    role: "live",
    network: { cidr: "10.2.0.0/16" },
    backup: { copiesTo: "eu-central-1" },
  });
  const [prod] = environments;
  if (!prod) throw new Error("There is no environment.");
  const two = { ...prod, regions: [...prod.regions, paris] };
  expect(refusal(() => defineTargets([two], [target, { ...target, lost: "eu-west-3" }]))).toBe(
    "dr/targets.ts has 1 problem:\n  1.cidr: 10.1.0.0/16 overlaps 10.1.0.0/16 of eu-west-1. Choose a /16 that no other region uses.",
  );
});

it("refuses a target that backups of the lost region are not copied to", () => {
  const regions = environments.map((environment) => ({
    ...environment,
    regions: environment.regions.map((region) =>
      region.role === "live" ? { ...region, backup: { ...region.backup, copiesTo: "eu-north-1" } } : region,
    ),
  }));
  expect(refusal(() => defineTargets(regions, [target]))).toBe(
    'dr/targets.ts has 1 problem:\n  0.region: backups of eu-west-1 are copied to eu-north-1 in prod, so nothing could be restored in eu-central-1. Say backup: { copiesTo: "eu-central-1" } in regions/eu-west-1.ts.',
  );
});

it("refuses to lose the region whose states a recovery reads", () => {
  const within = environments.map((environment) => ({ ...environment, stateRegion: target.lost }));
  expect(refusal(() => defineTargets(within, [target]))).toBe(
    "dr/targets.ts has 1 problem:\n  0.lost: eu-west-1 keeps the states of the global tiers of prod, staging, dev, which its recovery reads. Choose another stateRegion for them.",
  );
});

it("refuses to lose the region that the global services are called in", () => {
  const virginia = defineRegion({ name: "us-east-1", role: "live", network: { cidr: "10.2.0.0/16" } });
  const ohio = defineRegion({ name: "us-east-2", role: "standby" });
  const [prod] = environments;
  if (!prod) throw new Error("There is no environment.");
  const there = { ...prod, regions: [...prod.regions, virginia, ohio] };
  const lost: Target = { ...target, lost: "us-east-1", region: "us-east-2" };
  expect(refusal(() => defineTargets([there], [lost]))).toBe(
    "dr/targets.ts has 1 problem:\n  0.lost: us-east-1 is where IAM, Route 53 and the global tiers work, so nothing could be rebuilt without it. Let the shop run in another region.",
  );
});

it("rebuilds the lost region's shape and settings under the target's name, block and zones", () => {
  const region = recovered(euWest1, target);
  expect(region).toEqual({
    ...euWest1,
    name: "eu-central-1",
    network: { ...euWest1.network, cidr: "10.1.0.0/16" },
    backup: { ...euWest1.backup, copiesTo: "eu-north-1" },
  });
  expect(zoneNames(region, { a: "c", b: "b", c: "a" })).toEqual({
    a: "eu-central-1c",
    b: "eu-central-1b",
    c: "eu-central-1a",
  });
});
