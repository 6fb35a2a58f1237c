import { defineEnvironments, type EnvironmentFile } from "../../../regions/schema/environment-schema";
import { euCentral1 } from "../../example/regions/eu-central-1";
import { euNorth1 } from "../../example/regions/eu-north-1";
import { euWest1 } from "../../example/regions/eu-west-1";
import { usEast1 } from "../../example/regions/us-east-1";
import { prod } from "../../support/own-regions";
import { refusal } from "../../support/refusal";

const own = "444455556666";
const shipped: EnvironmentFile = { ...prod, regions: [euWest1, euCentral1, euNorth1, usEast1] };
const stillSays = (file: string, path: string, value: string): string =>
  `${file} and regions/organization.ts have 1 problem:\n  ${path}: still says ${value}, but ${own} is not an example account. Run ./shop init, or correct the value.`;
const silent = { baseline: { subscriptions: [] } };
const nobody = {
  "eu-west-1": { ...silent, security: { subscriptions: [] }, without: { alerts: "Nobody is on call for it." } },
  "eu-central-1": silent,
  "eu-north-1": silent,
  "us-east-1": silent,
};
const placeholderRows: [wrong: string, environment: EnvironmentFile, ...problems: string[]][] = [
  [
    "all that the shop is shipped with",
    { ...shipped, account: own },
    stillSays("regions/environments.ts", "prod.domain", "shop.example.com"),
    stillSays(
      "regions/eu-west-1.ts",
      "baseline.subscriptions (in prod)",
      "on-call@shop.example.com, as 4 other places do",
    ),
    stillSays("regions/us-east-1.ts", "account.githubRepository (in prod)", "example/shop"),
  ],
  [
    "a domain that is reserved for tests",
    {
      ...shipped,
      account: own,
      domain: "shop.test",
      differences: { ...nobody, "us-east-1": { ...silent, account: { githubRepository: null } } },
    },
    stillSays("regions/environments.ts", "prod.domain", "shop.test"),
  ],
  [
    "an address that nobody answers at",
    {
      ...shipped,
      account: own,
      domain: "shop.acme.io",
      differences: {
        ...nobody,
        "us-east-1": {
          baseline: { subscriptions: [{ name: "pager", protocol: "https", endpoint: "https://example.net/alerts" }] },
          account: { githubRepository: "acme/example" },
        },
      },
    },
    stillSays(
      "regions/environments.ts",
      "prod.differences.us-east-1.baseline.subscriptions",
      "https://example.net/alerts",
    ),
  ],
];

it.each(placeholderRows)("refuses, in an account of one's own, %s", (_, environment, ...problems) => {
  expect(refusal(() => defineEnvironments([environment]))).toBe(problems.join("\n"));
});

it("asks each environment by itself: one in an account of the examples keeps what it is shipped with", () => {
  const adopted: EnvironmentFile = {
    ...shipped,
    account: own,
    domain: "shop.acme.io",
    differences: { ...nobody, "us-east-1": { ...silent, account: { githubRepository: "acme/shop" } } },
  };
  expect(defineEnvironments([adopted, { ...shipped, name: "dev", account: "111122223333" }])).toHaveLength(2);
});
