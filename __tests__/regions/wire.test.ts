import type { Contract } from "../../modules/core/contract";
import { environments } from "../../regions/environments";
import { type Host, wireAccount, wireFoundation, wireGlobal, wireRegion, wireStates } from "../../regions/wire";

const [environment] = environments;

it.each(environment?.regions ?? [])("places every tier that the file of $name speaks of", (region) => {
  if (!environment) throw new Error("There is no environment.");
  const placed: string[] = [];
  const host: Host = { place: ({ contract }: { contract: Contract }) => placed.push(contract.name) };
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
