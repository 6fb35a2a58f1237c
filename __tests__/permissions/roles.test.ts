import { AccountTier } from "../../modules/account/tier";
import { type Written, written } from "../support/module";
import { policy } from "../support/policy";
import { cases } from "./cases";
import { allows, type Request } from "./decide";
import { type Case, type Cases, decrypt, iam, read, through } from "./requests";
import { everyModule, role, rolesOf, things } from "./roles";

const table = (which: keyof Cases) =>
  Object.entries(cases).flatMap(([who, of]) =>
    of[which].map(([what, request]): [string, string, Request] => [who, what, request]),
  );
const ask = (who: string, request: Request) => {
  const [tier = "", id = ""] = who.split(" ");
  return allows(role(tier, id), request);
};

it.each(table("may"))("%s may %s", async (who, _, request) => {
  expect(await ask(who, request)).toBe(true);
});

it.each(table("mayNot"))("%s may not %s", async (who, _, request) => {
  expect(await ask(who, request)).toBe(false);
});

const everything = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] } as const;

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html: a denial wins over all else.
it.each([
  "backup:DeleteRecoveryPoint",
  "kms:ScheduleKeyDeletion",
  "s3:DeleteBucket",
  "rds:ModifyDBClusterSnapshotAttribute",
])("account apply may not %s, even where another policy allows it everything", async (action) => {
  const apply = role("account", "apply");
  const request = { action, resource: "*" };
  expect(await allows({ ...apply, policies: [everything] }, request)).toBe(true);
  expect(await allows({ ...apply, policies: [...apply.policies, everything] }, request)).toBe(false);
});

// Drills work in dev only.
const all = [...rolesOf(everyModule), ...rolesOf(["dev/global/account"]).filter(([, id]) => id === "drill")];

it("has cases of every role", () => {
  expect(Object.keys(cases).sort()).toEqual(all.map((one) => one.join(" ")).sort());
});

describe("the boundary keeps a role, even one that is allowed everything,", () => {
  const taken = { role: "shop/prod-eu-west-1-web", policies: [everything], bounded: true };
  const outside: Case[] = [
    ["from making users", { action: "iam:CreateUser", resource: iam("user/somebody") }],
    ["from silencing the trail", { action: "cloudtrail:StopLogging", resource: "*" }],
    ["from deleting keys", { ...decrypt, action: "kms:ScheduleKeyDeletion" }],
    ["from deleting logs", { action: "logs:DeleteLogGroup", resource: things.logs("web") }],
    ["in its regions", { ...read(things.originSecret), context: { "aws:RequestedRegion": "ap-south-1" } }],
  ];

  it.each(outside)("%s", async (_, request) => {
    expect(await allows(taken, request)).toBe(false);
    expect(await allows({ ...taken, bounded: false }, request)).toBe(true);
  });

  it("and a key's policy keeps its secret from it", async () => {
    expect(await allows(taken, { ...decrypt, context: through("secretsmanager") })).toBe(false);
  });

  const account = (sharesBackups: boolean) =>
    written(
      AccountTier,
      { githubRepository: "example/shop", workflows: ["apply"] },
      { regions: ["eu-west-1"], runsTasks: false, sharesBackups },
    );
  const filled = { "var.environment": "prod" };

  it("from sharing snapshots, but AWS Backup's where backups are copied into another account", async () => {
    const share = (who: string, module: Written) => {
      const limits = policy(module, "boundary_policy", filled);
      const asks = { role: `shop/prod-eu-west-1-${who}`, policies: [everything], bounded: limits };
      return allows(asks, { action: "rds:ModifyDBClusterSnapshotAttribute", resource: "*" });
    };
    expect(await share("backup", account(false))).toBe(false);
    expect(await share("backup", account(true))).toBe(true);
    for (const other of ["web", "backup-web", "web-backup"]) expect(await share(other, account(true))).toBe(false);
  });

  it("which workflows cannot go around by a role of AWS Backup that shares snapshots", async () => {
    const make = (name: string, sharesBackups: boolean) => {
      const policies = [policy(account(sharesBackups), "apply_permissions", filled), everything];
      const request = { action: "iam:CreateRole", resource: iam(`role/shop/${name}`) };
      return allows({ role: "shop-apply", policies, bounded: false }, request);
    };
    expect(await make("prod-eu-west-1-backup", true)).toBe(false);
    expect(await make("x-backup", true)).toBe(false);
    expect(await make("prod-eu-west-1-web", true)).toBe(true);
    expect(await make("prod-eu-west-1-backup", false)).toBe(true);
  });

  it("which every role has, but those of people's workflows", () => {
    const without = all.filter(([tier, id]) => !role(tier, id).bounded);
    expect(without).toEqual([
      ["account", "plan"],
      ["account", "apply"],
      ["dev/global/account", "drill"],
    ]);
  });
});
