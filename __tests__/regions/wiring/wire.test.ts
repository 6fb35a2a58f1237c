import { recovered } from "../../../dr/recovered";
import { observabilityContract } from "../../../modules/observability/contract";
import { environments as own } from "../../../regions/environments";
import type { Environment } from "../../../regions/schema/environment";
import { defineRegion } from "../../../regions/schema/region-schema";
import { graph } from "../../../regions/wiring/graph";
import { everywhere } from "../../../regions/wiring/location";
import { type Host, inOrder, type Placement } from "../../../regions/wiring/placement";
import { contracts } from "../../../regions/wiring/tiers";
import { wireAccount } from "../../../regions/wiring/wire-account";
import { wireGlobal } from "../../../regions/wiring/wire-global";
import { wireRegion } from "../../../regions/wiring/wire-region";
import { targets } from "../../example/dr/targets";
import { environments } from "../../example/regions/environments";

const [environment] = environments as [Environment];
const optional = { cache: {}, events: {}, identity: {} };
const full = defineRegion({ name: "eu-west-1", role: "live", network: { cidr: "10.0.0.0/16" }, ...optional });

const everyRegion = own.flatMap((one) => one.regions.map((region) => ({ environment: one, region })));

it.each(everyRegion)("places every tier that $region.name of $environment.name has", ({ environment, region }) => {
  const placed = [
    ...wireAccount(environment, region),
    ...(region.role === "global" ? wireGlobal(environment) : []),
    ...(region.role === "live" ? wireRegion(environment, region, {}) : []),
  ];
  const tiers = Object.entries(region).filter(([name, value]) => typeof value === "object" && name !== "without");
  expect(placed.map(({ contract }) => contract.name).sort()).toEqual(tiers.map(([name]) => name).sort());
  const where = placed.map(({ contract, region: at }) => [contract.name, at]);
  expect(where).toEqual(
    placed.map(({ contract: { name, scope } }) => [name, scope === "global" ? everywhere : region.name]),
  );
});

it("places each tier after all that it reads, however the wiring lists them", () => {
  const names = (placed: readonly { contract: { name: string } }[]) => placed.map(({ contract }) => contract.name);
  const placements = wireRegion(environment, full, {});
  const ordered = inOrder(placements);
  expect(names(inOrder(placements.toReversed()))).toEqual(names(ordered));
  expect(names(ordered).sort()).toEqual(names(placements).sort());
  const there = ordered.map(({ contract }) => contract);
  for (const [index, contract] of there.entries())
    expect(graph.upstream(contract).filter((one) => there.indexOf(one) > index)).toEqual([]);
});

it("sends the logs of every tier of a region to its archive, also of those that few regions have", () => {
  const archived = graph.readings(observabilityContract).filter(({ names }) => "logGroupNames" in names);
  const logging = contracts.filter(({ scope, outputs }) => scope === "region" && "logGroupNames" in outputs.shape);
  expect(logging.map(({ name }) => name)).toEqual(expect.arrayContaining(["network", "database", "cache", "events"]));
  expect(archived.map(({ from }) => from.name).sort()).toEqual(logging.map(({ name }) => name));
});

it.each(["api", "web"] as const)(
  "tells the account that tasks run where %s runs on ECS, and else that none do",
  (tier) => {
    const ecs = { [tier]: { compute: "ecs", containerImage: "shop/it:1.4.2" } };
    const runsTasks = (more: object): unknown => {
      const live = defineRegion({ name: "eu-west-1", role: "live", network: { cidr: "10.0.0.0/16" }, ...more });
      const others = environment.regions.filter(({ role }) => role !== "live");
      const account = wireGlobal({ ...environment, regions: [live, ...others] }).find(
        ({ contract }) => contract.name === "account",
      );
      const told: unknown[] = [];
      account?.into({ place: (_: unknown, placed: object) => told.push(placed) } as Host);
      return told;
    };
    expect(runsTasks({})).toMatchObject([{ runsTasks: false }]);
    expect(runsTasks(ecs)).toMatchObject([{ runsTasks: true }]);
  },
);

it("lets AWS Backup of the account that backups are copied to read them, where the region is and where it is rebuilt", () => {
  const live = (engine: "aurora" | "rds", copiesToAccount: string | null) =>
    defineRegion({
      ...{ name: "eu-west-1", role: "live", network: { cidr: "10.0.0.0/16" }, database: { engine } },
      backup: { copiesTo: "eu-central-1", copiesToAccount },
    });
  const others = environment.regions.filter(({ role }) => role !== "live");
  const [standby] = others.filter(({ role }) => role === "standby");
  const [target] = targets;
  if (!standby || !target) throw new Error("The example has no standby.");
  const opened = (region: ReturnType<typeof live>) => {
    const its = { ...environment, regions: [region, ...others] };
    const given = (tier: string, placed: readonly Placement[]) => {
      let found: Readonly<Record<string, unknown>> = {};
      placed.find(({ contract }) => contract.name === tier)?.into({ place: (_, what) => (found = what) });
      return found;
    };
    return [
      given("account", wireGlobal(its)).sharesBackups,
      given("security", wireRegion(its, region, {})).backupsCopiedByAccounts,
      given("security", wireRegion(its, recovered(region, target), {})).backupsCopiedByAccounts,
      // A restored RDS instance has the key of its snapshot.
      given("copies", wireAccount(its, standby)).copiedOnByAccounts,
      given("standby", wireAccount(its, standby)).copiedOnByAccounts,
    ];
  };
  const to = "444455556666";
  expect(opened(live("aurora", to))).toEqual([true, [to], [to], [], []]);
  expect(opened(live("rds", to))).toEqual([true, [to], [to], [to], [to]]);
  expect(opened(live("rds", null))).toEqual([false, [], [], [], []]);
});
