import { defineOrganization, type Organization } from "../../../regions/schema/organization-schema";
import { refusal } from "../../support/refusal";

const acme: Organization<"prod" | "dev"> = {
  environments: {
    prod: { account: "444455556666", domain: "shop.acme.io" },
    dev: { account: "777788889999", domain: "dev.shop.acme.io" },
  },
  githubRepository: "acme/shop",
  githubRepositoryIds: "123456/456789",
  onCall: "on-call@acme.io",
};
const untyped = (change: object): typeof acme => Object.assign({}, acme, change);
const { prod, dev } = acme.environments;

const rows: [wrong: string, organization: typeof acme, problem: string][] = [
  [
    "a short account id",
    { ...acme, environments: { prod: { ...prod, account: "12" }, dev } },
    'environments.prod.account: "12" must be an AWS account id, which has 12 digits.',
  ],
  [
    "one account for two environments",
    { ...acme, environments: { prod, dev: { ...dev, account: prod.account } } },
    "environments.dev.account: 444455556666 is the account of prod. Give each environment an account of its own.",
  ],
  [
    "no domain",
    { ...acme, environments: { prod, dev: { ...dev, domain: "https://acme.io" } } },
    'environments.dev.domain: "https://acme.io" must be a domain name in lower case such as shop.example.com.',
  ],
  [
    "an address of a page for a repository",
    { ...acme, githubRepository: "https://github.com/acme/shop" },
    'githubRepository: "https://github.com/acme/shop" must be a repository such as example/shop.',
  ],
  [
    "one id instead of two",
    { ...acme, githubRepositoryIds: "456789" },
    'githubRepositoryIds: "456789" must be the ids of owner and repository such as 123456/456789.',
  ],
  ["no e-mail address", { ...acme, onCall: "on-call" }, 'onCall: "on-call" must be an e-mail address.'],
  ["a misspelt key", untyped({ oncall: "x" }), 'oncall: is not a known field. Did you mean "onCall"?'],
];

it.each(rows)("refuses %s", (_, organization, problem) => {
  expect(refusal(() => defineOrganization(organization))).toBe(`regions/organization.ts has 1 problem:\n  ${problem}`);
});

it("takes an organization without a repository on GitHub", () => {
  expect(defineOrganization({ ...acme, githubRepository: null }).githubRepository).toBeNull();
});
