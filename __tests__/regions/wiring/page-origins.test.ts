import { environments } from "../../../regions/environments";
import type { Environment } from "../../../regions/schema/environment";
import { pageOrigins } from "../../../regions/wiring/page-origins";

const named = (name: string): Environment => {
  const found = environments.find((environment) => environment.name === name);
  if (!found) throw new Error(`There is no environment ${name}.`);
  return found;
};

it("names the sign-in pages of a live region, and those of the region that it may be rebuilt in", () => {
  const { account } = named("staging");
  expect(pageOrigins(named("staging"))).toEqual([
    `https://staging-eu-west-1-${account}.auth.eu-west-1.amazoncognito.com`,
    `https://staging-eu-central-1-${account}.auth.eu-central-1.amazoncognito.com`,
  ]);
});

it("names nothing where customers have no tokens to call with", () => {
  expect(pageOrigins(named("prod"))).toEqual([]);
  expect(pageOrigins(named("dev"))).toEqual([]); // events, which IAM lets services post
});
