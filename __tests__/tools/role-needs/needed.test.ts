import type { KeptCall } from "../../../tools/gate/kept-calls";
import { alsoNeededBy, type Needed, neededBy } from "../../../tools/role-needs/needed";

/** A call, `service action`, of one of Terraform's commands on a root, `command root`. */
const call = (by: string, called: string): KeptCall => {
  const [command = "", root = ""] = by.split(" ");
  const [service = "", action = ""] = called.split(" ");
  return { by: { command, root }, service, action, count: 1 };
};
const who = (needs: readonly Needed[], action: string) => needs.find((need) => need.action === action)?.by;

const drill = [
  call("plan dev-global-dns", "acm DescribeCertificate"),
  call("plan dev-eu-west-1-network", "dynamodb PutItem"),
  call("apply dev-global-dns", "acm RequestCertificate"),
  call("apply dev-eu-west-1-network", "ec2 CreateVpc"),
  call("apply dev-eu-central-1-recovery-of-eu-west-1", "rds RestoreDBClusterFromSnapshot"),
  call("apply dev-global-account", "iam CreatePolicy"),
];
const alternatives = [
  call("plan first-root", "ecs DescribeClusters"),
  call("apply first-root", "ecs CreateCluster"),
  call("apply first-root", "iam CreatePolicy"),
  call("apply first-root", "backup PutBackupVaultLockConfiguration"),
];

let needs: Needed[];
beforeAll(async () => {
  needs = await neededBy({ drill, alternatives });
});

it.each<[action: string, by: string[], why: string]>([
  ["acm:DescribeCertificate", ["plan", "apply", "drill"], "a drill in an account plans what regions share"],
  ["dynamodb:PutItem", ["apply", "drill"], "pull requests are planned without a lock"],
  ["acm:RequestCertificate", ["apply"], "a drill makes nothing that regions share"],
  ["ec2:CreateVpc", ["apply", "drill"], "a drill makes the region that it loses"],
  ["rds:RestoreDBClusterFromSnapshot", ["apply", "drill"], "and the recovered one"],
  ["iam:CreatePolicy", ["people"], "people apply the account, whatever alternatives are applied with it"],
  ["ecs:CreateCluster", ["apply", "drill"], "a region to lose may be any alternative"],
  ["backup:PutBackupVaultLockConfiguration", ["apply"], "but for what regions share"],
  ["backup:DeleteRecoveryPoint", ["drill"], "the clean-up's code can call it"],
])("knows %s as needed by %j: %s", (action, by) => {
  expect(who(needs, action)).toEqual(by);
});

it("adds without a drill what plans and applies called, and leaves what is known", async () => {
  const known: Needed[] = [
    { action: "iam:CreatePolicy", by: ["people"] },
    { action: "ec2:CreateVpc", by: ["apply", "drill"] },
  ];
  const more = await alsoNeededBy(known, alternatives);
  expect(who(more, "ecs:DescribeClusters")).toEqual(["plan", "apply", "drill"]);
  expect(who(more, "ecs:CreateCluster")).toEqual(["apply"]);
  for (const { action, by } of known) expect(who(more, action)).toEqual(by);
});
