import type { Contract } from "../../modules/core/contract";
import { environments } from "../../regions/environments";
import { type Host, wireAccount, wireRegion } from "../../regions/wire";

const [environment] = environments;

it.each(environment?.regions ?? [])("places every tier that the file of $name speaks of", (region) => {
  if (!environment) throw new Error("There is no environment.");
  const placed: string[] = [];
  const host: Host = { place: ({ contract }: { contract: Contract }) => placed.push(contract.name) };
  wireAccount(host, environment, region);
  if (region.role === "live") wireRegion(host, environment, region, {});
  const { name: _name, role: _role, ...tiers } = region;
  expect(placed.sort()).toEqual(Object.keys(tiers).sort());
});
