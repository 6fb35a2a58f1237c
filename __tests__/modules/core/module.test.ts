import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { App } from "cdktf";
import { Construct } from "constructs";
import { z } from "zod";
import { contract, type Inputs } from "../../../modules/core/contract";
import { number, times } from "../../../modules/core/late";
import { TierModule } from "../../../modules/core/module";
import { ModuleFile } from "../../../modules/core/module-file";
import { SecretsTier } from "../../../modules/secrets/tier";
import { evaluated } from "../../../terraform/values/evaluate";
import { written } from "../../support/module";
import { ShopTier } from "./shop-tier";

const module_ = written(ShopTier);

it("has the late values as variables, and what they decide as references to them", () => {
  expect(module_.resource.aws_sqs_queue?.orders).toEqual({
    name: "${var.queue_name}",
    delay_seconds: "${var.least_days}",
    fifo_queue: "${var.keep}",
  });
  expect(module_.variable.least_days).toMatchObject({ type: "number", default: 3, nullable: false });
  expect(module_.variable.queue_name).not.toHaveProperty("default");
});

it("turns a late boolean around where Terraform knows it", () => {
  expect(module_.resource.aws_cloudwatch_log_group?.log_a?.skip_destroy).toBe("${!var.keep}");
});

it("has the shape built in: no variable, and a resource for each entry", () => {
  expect(module_.variable).not.toHaveProperty("letters");
  const { resource } = written(ShopTier, { letters: ["x"] });
  expect(Object.keys(resource.aws_cloudwatch_log_group ?? {})).toEqual(["log_x"]);
});

it("has addresses that are paths, without hashes", () => {
  expect(Object.keys(module_.resource.aws_cloudwatch_log_group ?? {})).toEqual(["log_a", "log_b"]);
  expect(Object.keys(module_.resource.aws_sqs_queue ?? {})).toEqual(["orders"]);
});

it("promises numbers, booleans and lists as what they are", () => {
  expect(Object.fromEntries(Object.entries(module_.output).map(([name, { value }]) => [name, value]))).toEqual({
    queue_arn: "${aws_sqs_queue.orders.arn}",
    days: "${var.least_days}",
    kept: "${var.keep}",
    names: ["${aws_cloudwatch_log_group.log_a.name}", "${aws_cloudwatch_log_group.log_b.name}"],
  });
});

it("has the settings of the chosen variant only", () => {
  const settings = (config: Readonly<Record<string, unknown>>) =>
    Object.keys(written(ShopTier, config).variable).filter((name) =>
      ["payment", "acquirer", "due_days", "sent_by", "stamp"].includes(name),
    );
  expect(settings({})).toEqual([]);
  expect(settings({ payment: "card", acquirer: "x" })).toEqual(["acquirer"]);
  expect(settings({ payment: "invoice", dueDays: 30 })).toEqual(["due_days"]);
});

it("has the settings of an alternative within an alternative, which are refused in any other", () => {
  const { variable } = written(ShopTier, { payment: "invoice", sentBy: "post", dueDays: 30, stamp: "a queen" });
  expect(Object.keys(variable)).toEqual(expect.arrayContaining(["due_days", "stamp"]));
  expect(() => written(ShopTier, { payment: "invoice", dueDays: 30, stamp: "a queen" })).toThrow("stamp");
  expect(() => written(ShopTier, { payment: "cash", sentBy: "post" })).toThrow("sentBy");
});

it("has the rules between settings as validations, in Terraform's names", () => {
  expect(module_.variable.least_days?.validation).toContainEqual({
    condition: "${var.least_days <= var.most_days}",
    error_message: "Lower least_days or raise most_days.",
  });
});

it("is written without provider, backend and cdktf's metadata, in the four files that people read", () => {
  const outdir = mkdtempSync(join(tmpdir(), "files-"));
  try {
    const app = new App({ outdir });
    const placed = {
      letters: ["a"],
      payment: "cash" as const,
      leastDays: 3,
      mostDays: 7,
      keep: true,
      queueName: "orders",
    };
    new TierModule(app, "dev/here/shop", { tier: ShopTier, placed });
    app.synth();
    const folder = join(outdir, "modules/dev/here/shop");
    const files = readdirSync(folder).sort();
    expect(files).toEqual(["main.tf.json", "outputs.tf.json", "variables.tf.json", "versions.tf.json"]);
    const content = Object.assign({}, ...files.map((file) => JSON.parse(readFileSync(join(folder, file), "utf8"))));
    expect(Object.keys(content).sort()).toEqual(["output", "resource", "terraform", "variable"]);
    expect(Object.keys(content.terraform).sort()).toEqual(["required_providers", "required_version"]);
    expect(JSON.stringify(content)).not.toContain('"//"');
    expect(existsSync(join(outdir, "stacks/module-dev-here-shop"))).toBe(false);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
});

const empty = { shape: z.object({}), needs: z.object({}), outputs: z.object({}) };
const trialContract = contract({
  name: "trial",
  summary: "For one resource.",
  scope: "region",
  ...empty,
  settings: z.object({ days: z.int().default(2).describe("Days.") }),
});

/** A tier that does just this. */
const tier = (build: (scope: Construct, inputs: Inputs<typeof trialContract>) => unknown) =>
  class extends Construct {
    static readonly contract = trialContract;
    constructor(scope: Construct, id: string, inputs: Inputs<typeof trialContract>) {
      super(scope, id);
      build(this, inputs);
    }
  };

it("has the files that its resources are made from beside it, at each of its paths", () => {
  const outdir = mkdtempSync(join(tmpdir(), "files-"));
  try {
    const app = new App({ outdir });
    const content = Buffer.from([0, 1, 2]);
    const withFile = tier((scope) => {
      const { path } = new ModuleFile(scope, "archive", { name: "code.zip", content });
      new SqsQueue(scope, "queue", { name: path });
    });
    new TierModule(app, "dev/here/trial", { tier: withFile, placed: { days: 2 } }).alsoAt("dev/there/trial");
    app.synth();
    for (const place of ["here", "there"]) {
      const folder = join(outdir, "modules/dev", place, "trial");
      expect(readFileSync(join(folder, "code.zip")).equals(content)).toBe(true);
      const { resource } = JSON.parse(readFileSync(join(folder, "main.tf.json"), "utf8"));
      expect(resource.aws_sqs_queue.queue.name).toBe("${path.module}/code.zip");
    }
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
});

it("refuses two ids that give one address", () => {
  const twice = tier((scope) => {
    new SqsQueue(scope, "dead-letters", {});
    new SqsQueue(new Construct(scope, "dead"), "letters", {});
  });
  expect(() => written(twice)).toThrow(
    /dead-letters and .*dead\/letters both have the address aws_sqs_queue.dead_letters. Rename one of them./,
  );
});

it("refuses a late number that was calculated with", () => {
  const doubled = tier((scope, { days }) => new SqsQueue(scope, "orders", { delaySeconds: number(days) * 2 }));
  expect(() => written(doubled)).toThrow(/is a late number that was calculated with. Use times\(\)/);
});

it("refuses a late number that was written into a text", () => {
  const named = tier((scope, { days }) => new SqsQueue(scope, "orders", { name: `orders-${number(days)}` }));
  expect(() => written(named)).toThrow(/orders.name: a late number was written into a text by number\(\) or times\(\)/);
});

it("writes a late number itself into a text", () => {
  const named = tier((scope, { days }) => new SqsQueue(scope, "orders", { name: `orders-${days}` }));
  expect(written(named).resource.aws_sqs_queue?.orders?.name).toBe("orders-${var.days}");
});

it("multiplies late numbers where Terraform knows them", () => {
  const minutes = tier((scope, { days }) => new SqsQueue(scope, "orders", { delaySeconds: times(days, 60) }));
  expect(written(minutes).resource.aws_sqs_queue?.orders?.delay_seconds).toBe("${(var.days * 60)}");
});

describe("where a module is", () => {
  const { locals, variable } = written(SecretsTier, { names: ["payment-key"] }, { replicaRegions: ["eu-central-1"] });
  const told = { account: "111122223333", region: "eu-west-1", partition: "aws", dns_suffix: "amazonaws.com" };
  const asked = {
    account: "data.aws_caller_identity.caller.account_id",
    region: "data.aws_region.region.id",
    partition: "data.aws_partition.partition.partition",
    dns_suffix: "data.aws_partition.partition.dns_suffix",
  };
  /** What an expression comes to with a call's `home`; of what is asked, this is known. */
  const with_ = (text: string | undefined, home: object | null, known: Readonly<Record<string, string>> = {}) =>
    evaluated(text, (path) => {
      const [name = ""] = Object.entries(asked).find(([, one]) => one === path.join(".")) ?? [];
      if (path[0] !== "var") return known[name];
      return path.length === 2 ? home : (home as Record<string, string> | null)?.[path[2] ?? ""];
    });

  it.each(Object.entries(told))("is known by what the call says, before AWS is asked: %s", (name, value) => {
    expect(with_(locals[name], told)).toBe(value);
    expect(with_(locals[name], null, told)).toBe(value);
    expect(with_(locals[name], null)).toBe(locals[name]);
  });

  it("is refused where the call says something else than AWS", () => {
    const condition = variable.home?.validation[0].condition;
    expect([with_(condition, null), with_(condition, told, told)]).toEqual([true, true]);
    for (const name of Object.keys(told)) expect(with_(condition, { ...told, [name]: "else" }, told)).toBe(false);
  });
});
