import { environments } from "../../regions/environments";
import { wavesOf } from "../../terraform/order";
import { readRoots } from "../../terraform/synthesized";
import { kinds, regionsOf, whatThereIs } from "../../tools/list/what-there-is";
import { ireland, prod } from "../support/own-regions";
import { synthesized } from "../support/synthesized";

it("lists every root once, after all that it waits for", async () => {
  const { roots = [] } = await whatThereIs(["roots"]);
  const ids = roots.map(({ id }) => id);
  expect([...ids].sort()).toEqual(
    readRoots(synthesized())
      .map(({ id }) => id)
      .sort(),
  );
  for (const { id, environment, region, tier, wave, dependencies } of roots) {
    expect(id).toBe(`${environment}-${region}-${tier}`);
    const before = roots.filter((one) => dependencies.includes(one.id));
    expect(before).toHaveLength(dependencies.length);
    expect(before.filter((one) => one.wave >= wave || ids.indexOf(one.id) > ids.indexOf(id))).toEqual([]);
  }
});

it("lists what one environment has", async () => {
  const [{ name } = { name: "" }] = environments;
  const { environments: found, roots = [], regions = [] } = await whatThereIs(kinds, name);
  expect(found?.map((one) => one.name)).toEqual([name]);
  expect([...new Set(roots.map(({ environment }) => environment))]).toEqual([name]);
  expect(regions.map((one) => one.environments)).toEqual(regions.map(() => [name]));
});

it("says what a live region is without, and why", () => {
  const [region] = regionsOf([
    { ...prod, regions: [{ ...ireland, without: { alerts: "Nobody is on call for it." } }] },
  ]);
  expect(region).toMatchObject({ name: "eu-west-1", without: [{ what: "alerts", why: "Nobody is on call for it." }] });
});

it("puts what waits for nothing into the first wave, and all else right after the last that it waits for", () => {
  const all = [
    { id: "web", dependencies: ["network", "logs"] },
    { id: "network", dependencies: ["state"] },
    { id: "logs", dependencies: [] },
    { id: "state", dependencies: [] },
  ];
  expect(Object.fromEntries(wavesOf(all))).toEqual({ state: 1, logs: 1, network: 2, web: 3 });
});
