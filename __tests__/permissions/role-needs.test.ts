import { askedFor } from "../../tools/role-needs/asked";
import { besides } from "../../tools/role-needs/besides/all";
import { readNeeded } from "../../tools/role-needs/file";
import { said } from "../../tools/role-needs/need";
import { drillsCode, type Needed, reviewsCode } from "../../tools/role-needs/needed";
import { sdkOperations } from "../../tools/role-needs/sdk-calls";
import { unlisted } from "../../tools/role-needs/unlisted";
import type { Block } from "../support/module";
import type { Policy } from "../support/policy";
import { deniedThough, grantedBeyond, unexplained } from "./beyond-need";
import { allows } from "./decide";
import { example } from "./example-request";
import { managed } from "./managed";
import { golden, goldenTiers } from "./policies";
import { role } from "./roles";

const needed = readNeeded();
const roles = {
  plan: role("account", "plan"),
  apply: role("account", "apply"),
  drill: role("dev/global/account", "drill"),
};
/** First part of the names in a region that each works in. */
const prefixes = { plan: "prod-eu-west-1", apply: "prod-eu-west-1", drill: "dev-eu-west-1" };
type Name = keyof typeof roles;
const names = Object.keys(roles) as Name[];
const needsOf = (name: Name): Needed[] => needed.filter(({ by }) => by.includes(name));
/** The services that roles are handed to. */
const handedTo = (name: Name): Set<string | undefined> =>
  new Set(needsOf(name).map(({ context }) => context?.["iam:PassedToService"]));

interface Statement {
  readonly Effect: string;
  readonly Action?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** The patterns of actions that a policy allows, and each service that it allows to hand a role to. */
const grants = ({ Statement: statements }: Policy): string[] =>
  (statements as readonly Statement[])
    .filter(({ Effect }) => Effect === "Allow")
    .flatMap(({ Action = [], Condition = {} }) => [
      ...[Action].flat(),
      ...Object.values(Condition).flatMap((keys) =>
        [keys["iam:PassedToService"] ?? []].flat().map((service) => `iam:PassRole to ${service}`),
      ),
    ]);

/** What a role is granted: a policy of AWS's own by its name, for it changes. */
const granted = (name: Name): string[] =>
  roles[name].policies.flatMap((policy) => {
    const [ofAws] = Object.entries(managed).find(([, one]) => one === policy) ?? [];
    return ofAws === undefined ? grants(policy) : [ofAws];
  });

const fits = (pattern: string, action: string): boolean =>
  new RegExp(`^${pattern.replaceAll("*", ".*").replaceAll("?", ".")}$`, "i").test(action);

it.each(names)("%s may do all that was called, unless it is said what follows", async (name) => {
  const denied: string[] = [];
  for (const need of needsOf(name)) {
    // A simulation knows no action that is in no list of AWS's.
    const may = unlisted.includes(need.action)
      ? granted(name).includes(need.action)
      : await allows(roles[name], await example(need, prefixes[name]));
    if (!may) denied.push(said(need));
  }
  expect(needsOf(name).length).toBeGreaterThan(100);
  expect(unexplained(denied, deniedThough[name])).toEqual([]);
});

it.each(names)("%s is granted nothing that was not called, unless it is said why", (name) => {
  const needs = [
    ...needsOf(name).map(({ action }) => action),
    ...[...handedTo(name)].map((service) => `iam:PassRole to ${service}`),
  ];
  const beyond = granted(name).filter((grant) => !needs.some((need) => fits(grant, need)));
  expect(unexplained(beyond, grantedBeyond[name])).toEqual([]);
});

it.each([
  ["drill", "the drill's and the clean-up's", drillsCode, "backup:DeleteRecoveryPoint"],
  ["plan", "the review's", reviewsCode, "access-analyzer:CheckNoNewAccess"],
] as const)("knows for %s what %s own code can ask for, whether or not a run came to it", async (of, _, code, such) => {
  const known = new Set(needsOf(of).map(({ action }) => action));
  const asked = await askedFor(sdkOperations(code));
  expect(asked.filter(({ action }) => !known.has(action)).map(said)).toEqual([]);
  expect(asked.map(({ action }) => action)).toContain(such);
});

it.each(names)("knows for %s what AWS asks for besides what it is known to need", async (name) => {
  const known = new Set(needsOf(name).map(({ action }) => action));
  // What is about one thing of AWS's own is itself asked for by way of another action.
  const own = needsOf(name).filter(({ resource }) => resource === undefined);
  const beside = await Promise.all(own.map(besides));
  expect(beside.flat().filter(({ action }) => !known.has(action))).toEqual([]);
});

it("knows what hands a role to each service that a role of prod's tiers trusts", () => {
  const trusted = goldenTiers.flatMap((tier) => {
    const { resource, data } = golden(tier);
    return Object.values(resource.aws_iam_role ?? {}).flatMap(({ assume_role_policy: trust }) =>
      data.aws_iam_policy_document?.[/document\.(\w+)\.json/.exec(trust)?.[1] ?? ""]?.statement
        .flatMap(({ principals = [] }: Block) => principals)
        .flatMap(({ type, identifiers }: Block) => (type === "Service" ? identifiers : [])),
    );
  });
  const known = handedTo("apply");
  expect(trusted.length).toBeGreaterThan(5);
  // Logs does not say to IAM who it is.
  expect(trusted.filter((service) => !known.has(service) && !service.startsWith("logs."))).toEqual([]);
});
