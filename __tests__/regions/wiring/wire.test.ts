import type { Contract } from "../../../modules/core/contract";
import { environments } from "../../../regions/environments";
import { globalRegionOf } from "../../../regions/schema/environment-schema";
import { defineRegion } from "../../../regions/schema/region-schema";
import {
  type From,
  type Host,
  wireAccount,
  wireFoundation,
  wireGlobal,
  wireRegion,
  wireStates,
} from "../../../regions/wiring/wire";

const [environment] = environments;

it.each(environment?.regions ?? [])("places every tier that the file of $name speaks of", (region) => {
  if (!environment) throw new Error("There is no environment.");
  const placed: string[] = [];
  const place = ({ contract }: { contract: Contract }) => placed.push(contract.name);
  const host = { place } as Host;
  wireStates(host, environment, region);
  wireAccount(host, environment, region);
  if (region.role === "global") {
    wireFoundation(host, environment, region);
    wireGlobal(host, environment, region);
  }
  if (region.role === "live") wireRegion(host, environment, region, {});
  const tiers = Object.entries(region).filter(([, value]) => typeof value === "object");
  expect(placed.sort()).toEqual(tiers.map(([name]) => name).sort());
});

it("sends the logs of every tier of a region to its archive, also of those that few regions have", () => {
  if (!environment) throw new Error("There is no environment.");
  const guests = { cache: {}, events: {}, identity: {} };
  const region = defineRegion({ name: "eu-west-1", role: "live", network: { cidr: "10.0.0.0/16" }, ...guests });
  const logging: string[] = [];
  const archived: string[] = [];
  const from = (({ name }: Contract) =>
    new Proxy({}, { get: (_, output) => (output === "logGroupNames" ? archived.push(name) && [] : "") })) as From;
  const place = ({ contract }: { contract: Contract }, _: unknown, needs: (from: From) => unknown) => {
    if ("logGroupNames" in contract.outputs.shape) logging.push(contract.name);
    if (contract.name === "observability") needs(from);
  };
  wireRegion({ place } as Host, environment, region, {});
  expect(logging).toContain("cache");
  expect(archived.sort()).toEqual(logging.sort());
});

it.each(["api", "web"] as const)(
  "tells the account that tasks run where %s runs on ECS, and else that none do",
  (tier) => {
    if (!environment) throw new Error("There is no environment.");
    const ecs = { [tier]: { compute: "ecs", containerImage: "shop/it:1.4.2" } };
    const runsTasks = (more: object): unknown => {
      const live = defineRegion({ name: "eu-west-1", role: "live", network: { cidr: "10.0.0.0/16" }, ...more });
      const told: unknown[] = [];
      const place = (_: unknown, config: { runsTasks?: boolean }) => told.push(config.runsTasks);
      wireFoundation({ place } as unknown as Host, { ...environment, regions: [live] }, globalRegionOf(environment));
      return told;
    };
    expect(runsTasks({})).toEqual([false]);
    expect(runsTasks(ecs)).toEqual([true]);
  },
);
