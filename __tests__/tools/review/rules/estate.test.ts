import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ValuedResource } from "../../../../terraform/values/resource";
import { judgeEstate } from "../../../../tools/review/judge";
import { estateChange } from "../../../../tools/review/planning/estate-at";
import { review } from "../../../../tools/review/review";
import type { EstateAt, EstateChange } from "../../../../tools/review/rules/rule";
import { runFolder } from "../../../support/once";
import { synthesized } from "../../../support/synthesized";
import { resource } from "../../cost/support";
import { created, planOf, updated } from "./plans";

const at = (usdByRoot: Readonly<Record<string, number>>, resources: readonly ValuedResource[] = []): EstateAt => ({
  resources,
  usdByRoot: new Map(Object.entries(usdByRoot)),
  versions: new Map(),
});

/** What rules say of a change of an environment with a budget of 2,500 USD: `high prod-web web: …`. */
const says = (before: EstateAt, after: EstateAt, rest: Partial<EstateChange> = { budgetUsd: 2_500 }): string[] =>
  judgeEstate({ environment: "prod", before, after, ...rest }).map(({ rule, address, verdict }) =>
    verdict.is === "finding" ? `${rule} ${verdict.severity} ${address}: ${verdict.why}` : `${rule}: not known`,
  );

describe("exceeds-budget", () => {
  const before = at({ "prod-web": 1_400, "prod-api": 1_050 });

  it("finds a change that goes over the budget, once, at the root that adds most", () => {
    expect(says(before, at({ "prod-web": 1_420, "prod-api": 1_050, "prod-cache": 130 }))).toEqual([
      "exceeds-budget high prod-cache: prod is expected to cost 2,600 USD a month, over its budget of 2,500 USD; this change adds 150 USD.",
    ]);
  });

  it("finds nothing within the budget, in a change that saves, or without a budget", () => {
    expect(says(before, at({ "prod-web": 1_450, "prod-api": 1_050 }))).toEqual([]);
    expect(says(at({ "prod-web": 2_700 }), at({ "prod-web": 2_600 }))).toEqual([]);
    expect(says(before, at({ "prod-web": 9_000 }), {})).toEqual([]);
  });
});

const live = (type: string, its: Partial<ValuedResource> = {}) =>
  resource(
    type,
    {},
    { environment: "prod", tier: "web", root: "prod-eu-west-1-web", address: `module.web.${type}.one`, ...its },
  );
const recovered = (type: string, environment = "prod") =>
  live(type, { environment, root: `${environment}-eu-central-1-recovery-of-eu-west-1`, recovery: true });

describe("leaves-the-drill", () => {
  const [balancer, queue] = ["aws_lb", "aws_sqs_queue"];
  const both = [recovered(balancer), recovered(balancer, "dev")];
  const before = at({}, [live(balancer), ...both]);

  it("finds what is new and no recovery makes", () => {
    expect(says(before, at({}, [live(balancer), live(queue), ...both]))).toEqual([
      "leaves-the-drill high module.web.aws_sqs_queue.one: The recovery of eu-west-1 does not make it: when the region is lost, it is lost, too.",
    ]);
  });

  it("finds what its recovery makes no longer, and a recovery that is gone", () => {
    const other = live(balancer, { address: "module.web.aws_lb.other" });
    const [first, second] = [live(balancer), other].map((one) => ({
      ...one,
      root: "prod-eu-central-1-recovery-of-eu-west-1",
      recovery: true,
    }));
    const was = at({}, [live(balancer), other, first as ValuedResource, second as ValuedResource]);
    expect(says(was, at({}, [live(balancer), other, first as ValuedResource]))).toEqual([
      "leaves-the-drill high module.web.aws_lb.other: The recovery of eu-west-1 does not make it: when the region is lost, it is lost, too.",
    ]);
    expect(says(before, at({}, [live(balancer)]))).toEqual([
      "leaves-the-drill high module.web.aws_lb.one: Nothing recovers eu-west-1 any more: when the region is lost, it is lost, too.",
    ]);
  });

  it("finds a type that a recovery makes, and no drill", () => {
    expect(says(before, at({}, [live(balancer), live(queue), ...both, recovered(queue)]))).toEqual([
      "leaves-the-drill medium module.web.aws_sqs_queue.one: No drill makes any aws_sqs_queue: the recovery of eu-west-1 has it, and nobody has seen it work.",
    ]);
  });

  it("lets pass what drills make, what no region's loss takes along, and what nothing has to recover", () => {
    const drilled = [recovered(queue), recovered(queue, "dev")];
    expect(says(before, at({}, [live(balancer), live(queue), ...both, ...drilled]))).toEqual([]);
    const zone = live("aws_route53_zone", { tier: "dns", root: "prod-global-dns" });
    expect(says(before, at({}, [live(balancer), zone, ...both]))).toEqual([]);
    expect(says(at({}, [live(balancer)]), at({}, [live(balancer), live(queue)]))).toEqual([]);
  });
});

const backups = (schedule: string) =>
  resource("aws_backup_plan", { rule: [{ schedule }, { schedule: "cron(30 2 * * ? *)" }] }, { environment: "prod" });

describe("exceeds-rpo", () => {
  const recoverable = recovered("aws_lb");
  const [hourly, daily] = ["cron(0 0/1 * * ? *)", "cron(0 0/6 * * ? *)"].map((one) =>
    at({}, [backups(one), recoverable]),
  );
  const rpoMinutes = 180;

  it("finds backups that are further apart than what may be lost, or gone", () => {
    expect(says(hourly as EstateAt, daily as EstateAt, { rpoMinutes })).toEqual([
      "exceeds-rpo high module.tier.aws_backup_plan.one: Backups of eu-west-1 are 360 minutes apart, and prod may lose the data of 180 minutes (RPO).",
    ]);
    const queue = resource("aws_sqs_queue", {}, { environment: "prod" });
    expect(says(hourly as EstateAt, at({}, [queue, recoverable]), { rpoMinutes })).toEqual([
      "exceeds-rpo high eu-west-1: Backups of eu-west-1 are no longer taken, and prod may lose the data of 180 minutes (RPO).",
    ]);
  });

  it("lets pass what is within it, what gets better, and where nobody has said it", () => {
    expect(says(hourly as EstateAt, daily as EstateAt, { rpoMinutes: 360 })).toEqual([]);
    expect(says(daily as EstateAt, hourly as EstateAt, { rpoMinutes: 30 })).toEqual([]);
    expect(says(hourly as EstateAt, daily as EstateAt, {})).toEqual([]);
  });
});

describe("of what is synthesized", () => {
  const out = synthesized;

  it("finds nothing where nothing changes", () => {
    const change = estateChange("prod", out(), out());
    expect(change.after.usdByRoot.get("prod-eu-west-1-web")).toBeGreaterThan(100);
    expect(judgeEstate(change)).toEqual([]);
  });

  it("finds each resource of a tier that the recovery root calls no longer", () => {
    const other = mkdtempSync(join(runFolder(), "other-recovery-"));
    cpSync(out(), other, { recursive: true });
    const file = join(other, "stacks/prod-eu-central-1-recovery-of-eu-west-1/cdk.tf.json");
    const { module, ...rest } = JSON.parse(readFileSync(file, "utf8"));
    const { observability: _, ...others } = module;
    writeFileSync(file, JSON.stringify({ ...rest, module: others }));
    const found = judgeEstate(estateChange("prod", out(), other));
    expect(found.length).toBeGreaterThan(5);
    expect(new Set(found.map(({ rule, root }) => `${rule} ${root}`))).toEqual(
      new Set(["leaves-the-drill prod-eu-west-1-observability"]),
    );
  });
});

describe("of a plan of somebody else", () => {
  const missed = (plan: unknown, beside = {}) =>
    review([{ root: "theirs", json: plan }], beside).notKnown.map(({ rule, attribute }) => `${rule}: ${attribute}`);

  it("says that nobody knows a budget and a recovery, where they would matter, and what it cannot see", () => {
    const plan = planOf([created("aws_nat_gateway.a", { subnet_id: "subnet-1" })]);
    expect(missed(plan)).toEqual(["exceeds-budget: budget", "leaves-the-drill: recovery"]);
    expect(review([{ root: "theirs", json: plan }]).cannotSee.map(({ rule }) => rule)).toEqual([
      "exceeds-budget",
      "leaves-the-drill",
    ]);
    expect(
      missed(planOf([updated("aws_instance.a", { instance_type: "t3.small" }, { instance_type: "t3.large" })])),
    ).toEqual(["exceeds-budget: budget"]);
  });

  it("says nothing of it where it would not matter, or where the environment is known", () => {
    expect(missed(planOf([updated("aws_nat_gateway.a", { tags: {} }, { tags: { a: "b" } })]))).toEqual([]);
    expect(missed(planOf([created("aws_nat_gateway.a", {})]), { environment: "prod" })).toEqual([]);
  });
});
