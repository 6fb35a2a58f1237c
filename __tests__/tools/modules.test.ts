import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  watch,
  writeFileSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { UserError } from "../../modules/core/user-error";
import { childEnvironment } from "../../terraform/process/environments";
import { projectRoot } from "../../terraform/project-root";
import type { Published } from "../../terraform/published";
import { toolchain } from "../../terraform/toolchain";
import { value } from "../../tools/modules/hcl";
import { publish } from "../../tools/modules/publish";
import { exampleSynthesized } from "../support/example";
import { init, terraform, validate } from "../terraform/terraform";

const { node } = toolchain();
const work = mkdtempSync(join(tmpdir(), "published-"));
const out = join(work, "modules");
let modules: Published[];

beforeAll(() => {
  modules = publish(exampleSynthesized(), "prod", out);
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
const readmeOf = ({ region, tier }: Published) => readFileSync(join(out, region, tier, "README.md"), "utf8");
const contents = () => files(out).map((file) => `${file}\n${readFileSync(file, "utf8")}`);

it("writes every tier of every region, each with the same five files, and the archive of a function", () => {
  expect(modules.map(({ region, tier }) => `${region}/${tier}`)).toEqual([
    ...["baseline", "copies", "delivery", "standby", "state"].map((tier) => `eu-central-1/${tier}`),
    ...["audit", "baseline", "copies", "failover", "state"].map((tier) => `eu-north-1/${tier}`),
    ...["api", "backup", "baseline", "database", "delivery", "logs", "network", "observability", "security"].map(
      (tier) => `eu-west-1/${tier}`,
    ),
    "eu-west-1/state",
    "eu-west-1/web",
    "global/account",
    "global/dns",
    "global/edge",
    "us-east-1/baseline",
    "us-east-1/state",
  ]);
  for (const { region, tier } of modules) {
    expect(readdirSync(join(out, region, tier)).sort()).toEqual([
      "README.md",
      "main.tf.json",
      "outputs.tf.json",
      ...(tier === "database" ? ["preparation.zip"] : []),
      "variables.tf.json",
      "versions.tf.json",
    ]);
  }
});

/** A root as somebody writes it who has the modules and never saw TypeScript. */
const plainRoot = `terraform {
  required_version = ">= 1.11"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"
}
`;

it("gives examples that Terraform accepts: all modules of a region in one root, called as their READMEs say", async () => {
  const called = modules.filter(({ region }) => ["eu-west-1", "global"].includes(region));
  const examples = called.map((module) => /```hcl\n([\s\S]*?)```/.exec(readmeOf(module))?.[1] ?? module.tier);
  const write = (calls: readonly string[]) => writeFileSync(join(work, "main.tf"), [plainRoot, ...calls].join("\n"));
  // What each says of its certificates' records is for a root without the module dns, and fits into this one, too.
  const records = called.flatMap((module) => recordsIn(readmeOf(module)));
  expect(records.map((hcl) => /domain_name +=.*/.exec(hcl)?.[0])).toEqual([
    'domain_name       = "api.${module.network.private_zone_name}"',
    'domain_name       = "shop.example.com"',
  ]);
  const [zone = ""] = /data "aws_route53_zone"[^}]+}\n\n/.exec(records[0] ?? "") ?? [];
  write([...examples, ...records.map((hcl, index) => (index === 0 ? hcl : hcl.replace(zone, "")))]);
  copyFileSync(join(projectRoot, ".terraform.lock.hcl"), join(work, ".terraform.lock.hcl"));
  await terraform(work, "fmt", "-check", "-diff", "main.tf");
  await init(work);
  expect(await validate(work)).toEqual([]);
  write(called.map(({ variables }, index) => withDefaults(examples[index] ?? "", variables)));
  expect(await validate(work)).toEqual([]);
});

/** The HCL of a README that makes records for certificates. */
const recordsIn = (readme: string): string[] =>
  [...readme.matchAll(/```hcl\n([\s\S]*?)```/g)]
    .map(([, hcl = ""]) => hcl)
    .filter((hcl) => hcl.includes("aws_route53_record"));

it("says how to do without the account module: with its roles, and the boundary that roles need", async () => {
  const security = modules.filter(({ region, tier }) => region === "eu-west-1" && tier === "security").map(readmeOf);
  const [example = "", role = ""] = [...(security[0] ?? "").matchAll(/```hcl\n([\s\S]*?)```/g)].map(([, hcl]) => hcl);
  const [, found = ""] = /is `(data\.aws_iam_role\.\w+\.arn)` with/.exec(security[0] ?? "") ?? [];
  writeFileSync(join(work, "main.tf"), [plainRoot, role, example.replace(/module\.account\.\w+/, found)].join("\n"));
  expect(await validate(work)).toEqual([]);
  for (const module of modules) {
    const main = readFileSync(join(out, module.region, module.tier, "main.tf.json"), "utf8");
    const says = readmeOf(module).includes("`boundary_arn` is the ARN of an IAM policy of your own");
    if (module.tier !== "account") expect({ module, says }).toEqual({ module, says: main.includes('"aws_iam_role"') });
  }
});

it("lists the modules in an order in which they can be applied, each with what it is for", () => {
  const rows = [
    ...readFileSync(join(out, "README.md"), "utf8").matchAll(
      /^\| \[`[^/]+\/(\w+)`\]\(\S+\) \| ([^|]+) \| ([^|]*) \|/gm,
    ),
  ].map(([, tier = "", what = "", after = ""]) => ({ tier, what, after: [...after.matchAll(/\w+/g)].map(String) }));
  expect(rows).toHaveLength(modules.length);
  for (const [at, { what, after }] of rows.entries()) {
    expect(what).toMatch(/\.$/);
    const before = rows.slice(0, at).map(({ tier }) => tier);
    expect(after.filter((tier) => !before.includes(tier))).toEqual([]);
  }
});

/** A call with every input that its example leaves out, too. */
const withDefaults = (example: string, variables: Published["variables"]): string => {
  const given = [...example.matchAll(/^ +(\w+) +=/gm)].map(([, name]) => name);
  const optional = Object.entries(variables).filter(([name, one]) => "default" in one && !given.includes(name));
  return example.replace(/^}$/m, `${optional.map(([name, one]) => `  ${name} = ${value(one.default)}\n`).join("")}}`);
};

it("publishes no provider, no backend, no path of this machine, and no word of how it was made", () => {
  for (const file of files(out)) {
    const text = readFileSync(file, "utf8");
    for (const trace of [projectRoot, homedir(), work, "cdktf", "TypeScript", "node_modules"])
      expect({ file, trace: text.toLowerCase().includes(trace.toLowerCase()) ? trace : undefined }).toEqual({ file });
    if (!file.endsWith(".json")) continue;
    const { provider, terraform = {} } = JSON.parse(text);
    expect({ file, provider, backend: terraform.backend }).toEqual({ file });
  }
});

it("says in a README whether an input is required, and what its default is", () => {
  const database = modules.find(({ tier }) => tier === "database");
  const text = database ? readmeOf(database) : "";
  expect(text).toContain("| `data_subnet_ids` | `list(string)` | required | ");
  expect(text).toMatch(/\| `backup_retention_days` \| `number` \| `14` \| [^|]+ \| /);
});

it("replaces what a former run wrote as a whole", () => {
  const before = contents();
  mkdirSync(join(out, "eu-west-9/old"), { recursive: true });
  writeFileSync(join(out, "eu-west-9/old/main.tf.json"), "{}");
  publish(exampleSynthesized(), "prod", out);
  expect(contents()).toEqual(before);
});

it("leaves the former result whole when it is killed, and writes over what the killed run left", async () => {
  const before = contents();
  const child = spawn(node, ["shop", "modules", "--out", out], {
    cwd: projectRoot,
    env: childEnvironment(),
    stdio: "ignore",
  });
  const writing = watch(work, (_, file) => {
    if (file === ".modules.next") child.kill("SIGKILL");
  });
  await once(child, "close");
  writing.close();
  expect(contents()).toEqual(before);
  mkdirSync(join(work, ".modules.next/half"), { recursive: true });
  publish(exampleSynthesized(), "prod", out);
  expect(contents()).toEqual(before);
  expect(existsSync(join(work, ".modules.next"))).toBe(false);
});

it("fails for a folder with something that is not its own, and leaves that alone", () => {
  const folder = join(work, "somebodys");
  mkdirSync(folder);
  writeFileSync(join(folder, "letter.txt"), "dear");
  expect(() => publish(exampleSynthesized(), "prod", folder)).toThrow(
    new UserError(
      `--out: "${folder}" holds something that \`./shop modules\` did not write, and would be replaced. Name an empty or a new folder.`,
    ),
  );
  expect(readdirSync(folder)).toEqual(["letter.txt"]);
});
