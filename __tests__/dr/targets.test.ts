import { recovered, zoneNames } from "../../dr/recovered";
import type { Target } from "../../dr/target";
import { defineTargets } from "../../dr/target-schema";
import { defineRegion } from "../../regions/schema/region-schema";
import { dev, ireland, paris, prod, staging } from "../support/own-regions";
import { refusal } from "../support/refusal";

const environments = [prod, staging, dev];

const target: Target = {
  lost: "eu-west-1",
  region: "eu-central-1",
  cidr: "10.1.0.0/16",
  zones: { a: "a", b: "b", c: "c" },
  copiesTo: "eu-north-1",
};
const untyped = (change: Readonly<Record<string, unknown>>): Target => Object.assign({}, target, change);

const rows: [wrong: string, target: Target, problem: string, file?: string][] = [
  [
    "a target under another law",
    { ...target, region: "eu-west-2" },
    'targets["eu-west-1 → eu-west-2"].region: eu-west-2 is in UK jurisdiction and eu-west-1 in the EU; personal data must stay in the EU. Choose eu-central-1.',
  ],
  [
    "a target that is no standby region",
    { ...target, region: "eu-north-1" },
    'targets["eu-west-1 → eu-north-1"].region: eu-north-1 is not a standby region in prod, staging and dev. Choose eu-central-1, or add a file with the role "standby", so that a recovery finds a key and a state bucket there.',
  ],
  [
    "an unknown lost region",
    untyped({ lost: "eu-wst-1" }),
    'targets["eu-wst-1 → eu-central-1"].lost: "eu-wst-1" must be one of eu-central-1, eu-north-1, eu-south-1, eu-south-2, eu-west-1, eu-west-2, eu-west-3, us-east-1, us-east-2, us-west-1, us-west-2. Did you mean "eu-west-1"?',
  ],
  [
    "a lost region that is not live",
    { ...target, lost: "eu-west-3" },
    'targets["eu-west-3 → eu-central-1"].lost: eu-west-3 is not a live region in prod, staging and dev, so there is nothing to recover. Name a region that has the role "live" in every environment.',
  ],
  [
    "a zone that the target lacks",
    { ...target, zones: { a: "a", b: "b", c: "d" } },
    'targets["eu-west-1 → eu-central-1"].zones.c: "d" is not a zone of eu-central-1. Zones there: a, b, c.',
  ],
  [
    "a zone without a stand-in",
    { ...target, zones: { a: "a", b: "b" } },
    'targets["eu-west-1 → eu-central-1"].zones: zone c of the lost region is missing. Name the zone of eu-central-1 that replaces it.',
  ],
  [
    "two zones in one",
    { ...target, zones: { a: "a", b: "b", c: "b" } },
    'targets["eu-west-1 → eu-central-1"].zones.c: "b" already replaces zone b. Zones there: a, b, c.',
  ],
  [
    "an address block of a live region",
    { ...target, cidr: "10.0.0.0/16" },
    'targets["eu-west-1 → eu-central-1"].cidr: 10.0.0.0/16 overlaps 10.0.0.0/16, which is network.cidr in regions/eu-west-1.ts. Give one of them a /16 that nothing else uses.',
    "dr/targets.ts and regions/eu-west-1.ts have",
  ],
  [
    "a block that is no /16",
    { ...target, cidr: "10.1.0.0/17" },
    'targets["eu-west-1 → eu-central-1"].cidr: "10.1.0.0/17" must be a /16 block such as 10.0.0.0/16. IPv4 CIDR block of the VPC.',
  ],
  [
    "copies under another law",
    { ...target, copiesTo: "us-east-1" },
    'targets["eu-west-1 → eu-central-1"].copiesTo: us-east-1 is in US jurisdiction and eu-west-1 in the EU; backups must stay in the EU. Choose eu-north-1.',
  ],
  [
    "copies where no vault is",
    { ...target, copiesTo: "eu-west-3" },
    'targets["eu-west-1 → eu-central-1"].copiesTo: eu-west-3 has no vault for copies in prod. Choose eu-north-1.',
  ],
  [
    "copies that the first loss takes along",
    { ...target, copiesTo: "eu-west-1" },
    'targets["eu-west-1 → eu-central-1"].copiesTo: eu-west-1 is the lost region itself. Choose eu-north-1.',
  ],
  [
    "no address block",
    untyped({ cidr: undefined }),
    'targets["eu-west-1 → eu-central-1"].cidr: is missing. It must be a /16 block such as 10.0.0.0/16. IPv4 CIDR block of the VPC.',
  ],
  [
    "a misspelt key, and not that it is missing",
    untyped({ cidr: undefined, cdir: "10.1.0.0/16" }),
    'targets["eu-west-1 → eu-central-1"].cdir: is not a known field. Did you mean "cidr"?',
  ],
  [
    "no lost region, by the target's place in the list",
    untyped({ lost: undefined }),
    "targets[0].lost: is missing. It must be one of eu-central-1, eu-north-1, eu-south-1, eu-south-2, eu-west-1, eu-west-2, eu-west-3, us-east-1, us-east-2, us-west-1, us-west-2.",
  ],
  [
    "copies that a second loss takes along",
    { ...target, copiesTo: "eu-central-1" },
    'targets["eu-west-1 → eu-central-1"].copiesTo: eu-central-1 is the target itself: its loss would take the copies along. Choose eu-north-1.',
  ],
  [
    "a misspelt key",
    untyped({ zone: {} }),
    'targets["eu-west-1 → eu-central-1"].zone: is not a known field. Did you mean "zones"?',
  ],
  [
    "a letter that is no zone",
    untyped({ zones: { ...target.zones, q: "a" } }),
    'targets["eu-west-1 → eu-central-1"].zones.q: is not a known zone letter. Known: a, b, c, d, e, f.',
  ],
];

it.each(rows)("refuses %s", (_, wrong, problem, file = "dr/targets.ts has") => {
  expect(refusal(() => defineTargets(environments, [wrong]))).toBe(`${file} 1 problem:\n  ${problem}`);
});

it("refuses the same recovery twice", () => {
  expect(refusal(() => defineTargets(environments, [target, target]))).toBe(
    'dr/targets.ts has 1 problem:\n  targets["eu-west-1 → eu-central-1"].region: eu-central-1 is listed twice for eu-west-1. List it once.',
  );
});

it("refuses a block that the recovery of another region has", () => {
  const two = { ...prod, regions: [...prod.regions, paris] };
  expect(refusal(() => defineTargets([two], [target, { ...target, lost: "eu-west-3" }]))).toBe(
    'dr/targets.ts has 1 problem:\n  targets["eu-west-3 → eu-central-1"].cidr: 10.1.0.0/16 overlaps 10.1.0.0/16, which is targets["eu-west-1 → eu-central-1"].cidr in dr/targets.ts. Give one of them a /16 that nothing else uses.',
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
    'dr/targets.ts and regions/eu-west-1.ts have 1 problem:\n  targets["eu-west-1 → eu-central-1"].region: backups of eu-west-1 are copied to eu-north-1 in prod, so nothing could be restored in eu-central-1. Say backup: { copiesTo: "eu-central-1" } for eu-west-1.',
  );
});

it("refuses a target with addresses reserved for some NAT gateways of the lost region, and not for all", () => {
  const reserving = (natAddressZones: readonly ("a" | "b" | "c")[]) =>
    environments.map((environment) => ({
      ...environment,
      regions: environment.regions.map((region) =>
        region.role === "standby"
          ? { ...region, standby: { ...region.standby, natAddressZones: [...natAddressZones] } }
          : region,
      ),
    }));
  expect(refusal(() => defineTargets(reserving(["a", "b"]), [target]))).toBe(
    'dr/targets.ts and regions/eu-central-1.ts have 1 problem:\n  targets["eu-west-1 → eu-central-1"].region: eu-west-1 has NAT gateways in the zones a, b and c in prod, and eu-central-1 has addresses for a and b only: a recovery would call out from new ones, too. Say standby: { natAddressZones: ["a", "b", "c"] } for eu-central-1.',
  );
  expect(defineTargets(reserving(["a", "b", "c"]), [target])).toEqual([target]);
});

const alsoParis = (without = {}) => {
  const there = { ...paris, without };
  return environments.map((environment) => ({ ...environment, regions: [...environment.regions, there] }));
};

it("refuses a live region that nothing rebuilds", () => {
  expect(refusal(() => defineTargets(alsoParis(), [target]))).toBe(
    'dr/targets.ts and regions/eu-west-3.ts have 1 problem:\n  targets (in prod, staging and dev): eu-west-3 is live and has no target, so nothing could rebuild it. Add { lost: "eu-west-3", region: "eu-central-1", … }. Or say why not: without: { recovery: "a sentence" }.',
  );
});

it("takes a live region that says why nothing rebuilds it", () => {
  expect(defineTargets(alsoParis({ recovery: "It serves what others have, too." }), [target])).toEqual([target]);
});

it("refuses a target of a region that says why it has none", () => {
  const both = [target, { ...target, lost: "eu-west-3", cidr: "10.3.0.0/16" }] as const;
  expect(refusal(() => defineTargets(alsoParis({ recovery: "It serves what others have, too." }), both))).toBe(
    "regions/eu-west-3.ts and dr/targets.ts have 1 problem:\n  without.recovery: dr/targets.ts has a target for it, eu-west-3 → eu-central-1. Remove without.recovery, or what it speaks of.",
  );
});

it("refuses to lose the region whose states a recovery reads", () => {
  const within = environments.map((environment) => ({ ...environment, stateRegion: target.lost }));
  expect(refusal(() => defineTargets(within, [target]))).toBe(
    'dr/targets.ts has 1 problem:\n  targets["eu-west-1 → eu-central-1"].lost: eu-west-1 keeps the states of the global tiers of prod, staging and dev, which a recovery reads. Choose another stateRegion in regions/environments.ts.',
  );
});

it("refuses to lose the region that the global services are called in", () => {
  const virginia = defineRegion({ name: "us-east-1", role: "live", network: { cidr: "10.2.0.0/16" } });
  const ohio = defineRegion({ name: "us-east-2", role: "standby" });
  const there = { ...prod, regions: [...prod.regions, virginia, ohio] };
  const lost: Target = { ...target, lost: "us-east-1", region: "us-east-2" };
  expect(refusal(() => defineTargets([there], [lost]))).toBe(
    'dr/targets.ts has 1 problem:\n  targets["us-east-1 → us-east-2"].lost: us-east-1 is where IAM, Route 53 and the global tiers work: nothing could be rebuilt without it. Run the shop in another region.',
  );
});

it("rebuilds the lost region's shape and settings under the target's name, block and zones", () => {
  const region = recovered(ireland, target);
  expect(region).toEqual({
    ...ireland,
    name: "eu-central-1",
    network: { ...ireland.network, cidr: "10.1.0.0/16" },
    backup: { ...ireland.backup, copiesTo: "eu-north-1" },
  });
  expect(zoneNames(region, { a: "c", b: "b", c: "a" })).toEqual({
    a: "eu-central-1c",
    b: "eu-central-1b",
    c: "eu-central-1a",
  });
});
