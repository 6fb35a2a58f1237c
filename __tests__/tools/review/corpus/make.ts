// Makes the plans of the corpus anew, on a local AWS: of before.tf applied, and after.tf planned over it. All of them, or
// the cases named:
//   node tools/run.mjs __tests__/tools/review/corpus/make.ts [made/data-lake…]
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import pLimit from "p-limit";
import { childEnvironment } from "../../../../terraform/process/environments";
import { projectRoot } from "../../../../terraform/project-root";
import { TerraformRoot } from "../../../../terraform/root";
import { toolchain } from "../../../../terraform/toolchain";
import { startLocalAws } from "../../../../tools/local-aws/local-aws";
import { checkedOnInit } from "../../../support/checked-on-init";
import { type MadeCase, madeCases } from "./cases";
import { normalised, printed } from "./normalise";

const provider = `terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

provider "aws" {
  region            = "eu-west-1"
  s3_use_path_style = true
}
`;

const { signal } = new AbortController();
const work = mkdtempSync(join(tmpdir(), "corpus-"));

async function make(one: MadeCase, environment: Readonly<Record<string, string>>): Promise<void> {
  const folder = join(work, one.name.replace("/", "-"));
  mkdirSync(folder);
  cpSync(join(projectRoot, ".terraform.lock.hcl"), join(folder, ".terraform.lock.hcl"));
  writeFileSync(join(folder, "provider.tf"), provider);
  for (const entry of readdirSync(one.folder, { withFileTypes: true }))
    if (entry.isDirectory()) cpSync(join(one.folder, entry.name), join(folder, entry.name), { recursive: true });
  const root = new TerraformRoot(folder, { terraform: toolchain().terraform, environment });
  const be = (version: string) => cpSync(join(one.folder, version), join(folder, "main.tf"));
  be("before.tf");
  await root.init(signal);
  await root.apply(signal, await root.plan(signal));
  be("after.tf");
  const plan = await root.plan(signal);
  const json = normalised(await root.show(signal, plan));
  writeFileSync(join(one.folder, "plan.json"), printed(json));
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !madeCases.some((one) => [one.name, basename(one.name)].includes(name)));
if (unknown.length > 0) throw new Error(`There is no case ${unknown.join(", ")}.`);
const cases = madeCases.filter(
  ({ name }) => wanted.length === 0 || wanted.includes(name) || wanted.includes(basename(name)),
);

const aws = await startLocalAws();
try {
  const environment = childEnvironment({ ...aws.environment, TF_CLI_CONFIG_FILE: checkedOnInit(work) });
  const limit = pLimit(4);
  const failed: string[] = [];
  await Promise.all(
    cases.map((one) =>
      limit(() =>
        make(one, environment).then(
          () => console.log(`made ${one.name}`),
          (error: unknown) => failed.push(`${one.name}: ${error}`),
        ),
      ),
    ),
  );
  for (const why of failed) console.error(why);
  process.exitCode = failed.length > 0 ? 1 : 0;
} finally {
  await aws.stop();
  rmSync(work, { recursive: true, force: true });
}
