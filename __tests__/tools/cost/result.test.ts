import { usageFrom } from "../../../regions/schema/usage-schema";
import { type Given, resultOf } from "../../../tools/cost/result";
import { shownAs } from "../../../tools/cost/shown";
import { prod } from "../../support/own-regions";
import { refusal } from "../../support/refusal";
import { bookOf, resource } from "./support";

const key = (address: string) => resource("aws_kms_key", {}, { address, environment: "prod" });
const recovered = resource(
  "aws_kms_key",
  {},
  { environment: "prod", recovery: true, root: "prod-x-recovery-of-eu-west-1" },
);
const book = bookOf({ "kms.key.month": 10, "kms.requests.per10k": 0 });
const given = (its: Partial<Given> = {}): Given => ({
  environments: [prod],
  resources: [key("one"), key("two"), recovered],
  safety: false,
  book,
  now: new Date("2026-07-01"),
  usageOf: () => usageFrom({ budgetUsd: 15 }),
  ...its,
});

it("has a finding for each environment that is over its budget, which says what to do", () => {
  expect(resultOf(given()).findings).toEqual([
    {
      environment: "prod",
      finding:
        "prod: 20 USD a month are expected, over its budget of 15. ./shop cost prod --verbose shows what costs most; the budget is budgetUsd in regions/usage.ts.",
    },
  ]);
  expect(resultOf(given({ usageOf: () => usageFrom({ budgetUsd: 20 }) })).findings).toEqual([]);
});

it("leaves out what stands only during a recovery, but for what safety costs", () => {
  const { environments, safety } = resultOf(given({ safety: true }));
  expect(environments[0]?.usd.expected).toBe(20);
  expect(safety.map(({ usd }) => usd.expected)).toEqual([20, 20, 30, 30]);
});

it("says what changed since a commit in one line for each environment, and where nothing did", () => {
  const since = (...addresses: string[]) =>
    resultOf(given({ before: { because: "v1", resources: addresses.map(key) } }));
  expect(shownAs(since("one"), {})).toBe(
    "prod: Cost: +10 USD a month expected, +10 at the least and +10 at the most: prod eu-west-1 two +10.",
  );
  expect(shownAs(since("one", "two"), {})).toBe("prod: nothing that is worth telling changes.");
});

it("prices a plan by itself, without the budget of the whole environment", () => {
  const change = { actions: ["create"], before: null, after: {} };
  const plan = {
    resource_changes: ["a", "b"].map((name) => ({ address: `module.security.aws_kms_key.${name}`, change })),
    configuration: {
      provider_config: {
        aws: {
          expressions: {
            region: { constant_value: "eu-west-1" },
            default_tags: [{ tags: { constant_value: { Environment: "prod" } } }],
          },
        },
      },
      root_module: {},
    },
  };
  const { environments, changes, findings } = resultOf(given({ plan }));
  expect(environments).toMatchObject([{ environment: "prod", usd: { expected: 20 }, budgetUsd: null }]);
  expect([changes[0]?.line, findings]).toEqual([expect.stringContaining("+20 USD a month"), []]);
  // A root by hand takes its region from a variable, and tags nothing.
  const expressions = { region: { references: ["var.region"] } };
  const byHand = {
    ...plan,
    variables: { region: { value: "eu-west-1" } },
    configuration: { ...plan.configuration, provider_config: { aws: { expressions } } },
  };
  expect(resultOf(given({ plan: byHand })).environments).toMatchObject([
    { environment: "prod", usd: { expected: 20 } },
  ]);
  expect(refusal(() => resultOf(given({ plan: byHand, environments: [prod, prod] })))).toContain(
    "./shop cost prod --plan",
  );
  expect(() => resultOf(given({ plan: { ...plan, resource_changes: [] } }))).toThrow("there is no resource in it");
  expect(refusal(() => resultOf(given({ plan: { name: "shop" } })))).toContain("no plan as Terraform shows it");
});
