import { environments } from "../../../regions/environments";
import type { Environment } from "../../../regions/schema/environment";
import { defineEnvironments } from "../../../regions/schema/environment-schema";
import { pageOrigins } from "../../../regions/wiring/page-origins";
import { paris, prod } from "../../support/own-regions";

const named = (name: string): Environment => {
  const found = environments.find((environment) => environment.name === name);
  if (!found) throw new Error(`There is no environment ${name}.`);
  return found;
};

const eventsOf = (shop: Environment | undefined): string[] =>
  (shop ? pageOrigins(shop) : []).filter((origin) => origin.includes("//events."));

it("names the sign-in pages of a live region, and those of the region that it may be rebuilt in", () => {
  const { account } = named("staging");
  expect(pageOrigins(named("staging"))).toEqual([
    `https://staging-eu-west-1-${account}.auth.eu-west-1.amazoncognito.com`,
    `https://staging-eu-central-1-${account}.auth.eu-central-1.amazoncognito.com`,
  ]);
});

it("names events of live and recovery regions, and the one name of all, where customers' tokens let them in", () => {
  const [shop] = defineEnvironments([{ ...prod, differences: { "eu-west-1": { identity: {}, events: {} } } }]);
  expect(eventsOf(shop)).toEqual([
    `https://events.eu-west-1.${prod.domain}`,
    `https://events.eu-central-1.${prod.domain}`,
    `https://events.${prod.domain}`,
  ]);
});

it("names no one name for events where a live region has none", () => {
  const differences = { "eu-west-1": { identity: {}, events: {} } };
  const [shop] = defineEnvironments([{ ...prod, differences, regions: [...prod.regions, paris] }]);
  expect(eventsOf(shop)).not.toContain(`https://events.${prod.domain}`);
  expect(eventsOf(shop)).toHaveLength(2);
});

it("names nothing where customers have no tokens to call with", () => {
  expect(pageOrigins(named("prod"))).toEqual([]);
  expect(pageOrigins(named("dev"))).toEqual([]); // events, which IAM lets services post
});
