import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { judgeEstate } from "../../../../tools/review/judge";
import { versionsIn } from "../../../../tools/review/read/versions";
import type { EstateAt } from "../../../../tools/review/rules/rule";
import { runFolder } from "../../../support/once";

interface Written {
  readonly lock?: string;
  readonly terraform?: string;
  readonly module?: Readonly<Record<string, { readonly source: string; readonly version?: string }>>;
}

/** What roots run with that is made elsewhere, as files say it. */
function estate(roots: Readonly<Record<string, Written>>): EstateAt {
  const out = mkdtempSync(join(runFolder(), "versions-"));
  const versions = Object.entries(roots).map(([id, { lock, terraform, module = {} }]) => {
    const folder = join(out, "stacks", id);
    mkdirSync(folder, { recursive: true });
    mkdirSync(join(out, "web"), { recursive: true });
    const local = { web: { source: "../../web" } };
    writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify({ module: { ...local, ...module } }));
    writeFileSync(join(out, "web/versions.tf.json"), JSON.stringify({ terraform: { required_version: terraform } }));
    if (lock !== undefined) writeFileSync(join(folder, ".terraform.lock.hcl"), lock);
    return [id, versionsIn(folder)] as const;
  });
  return { resources: [], usdByRoot: new Map(), versions: new Map(versions) };
}

const locked = (version: string, hash = version, name = "aws") =>
  `provider "registry.terraform.io/hashicorp/${name}" {\n  version     = "${version}"\n  constraints = "~> 5.0"\n  hashes = [\n    "h1:${hash}=",\n    "zh:${hash}",\n  ]\n}\n`;

const says = (before: Written, after: Written): string[] => saysOf({ web: before }, { web: after });
const saysOf = (before: Readonly<Record<string, Written>>, after: Readonly<Record<string, Written>>): string[] =>
  judgeEstate({ environment: "prod", before: estate(before), after: estate(after) }).map(({ root, verdict }) =>
    verdict.is === "finding" ? `${verdict.severity} ${root}: ${verdict.why}` : verdict.is,
  );

const aws = "registry.terraform.io/hashicorp/aws";

it.each<[string, Written, Written, string]>([
  [
    "a later version",
    { lock: locked("5.1.0") },
    { lock: locked("5.2.0") },
    `low web: The provider ${aws} goes from 5.1.0 to 5.2.0.`,
  ],
  [
    "another major version",
    { lock: locked("5.1.0") },
    { lock: locked("6.0.0") },
    `medium web: The provider ${aws} goes from 5.1.0 to 6.0.0, another major version: names, defaults and what forces a replacement may differ.`,
  ],
  [
    "an earlier version",
    { lock: locked("5.10.0") },
    { lock: locked("5.9.0") },
    `high web: The provider ${aws} goes from 5.10.0 to 5.9.0, an earlier one: it may not read a state that the later one has written.`,
  ],
  [
    "other hashes of the same version",
    { lock: locked("5.1.0") },
    { lock: locked("5.1.0", "other") },
    `high web: The provider ${aws} stays at 5.1.0, and none of its former hashes is locked any more: it is another package.`,
  ],
  [
    "another provider",
    { lock: locked("5.1.0") },
    { lock: locked("5.1.0") + locked("2.0.0", "x", "archive") },
    "medium web: The provider registry.terraform.io/hashicorp/archive 2.0.0 comes in: it runs with the credentials of whoever plans and applies.",
  ],
  [
    "another version of a module",
    { module: { vpc: { source: "terraform-aws-modules/vpc/aws", version: "5.1.0" } } },
    { module: { vpc: { source: "terraform-aws-modules/vpc/aws", version: "5.1.1" } } },
    "low web: The module vpc goes from 5.1.0 to 5.1.1.",
  ],
  [
    "a module from another place",
    { module: { vpc: { source: "terraform-aws-modules/vpc/aws", version: "5.1.0" } } },
    { module: { vpc: { source: "git::https://git.example.com/vpc.git?ref=v5" } } },
    "medium web: The module vpc comes from git::https://git.example.com/vpc.git?ref=v5 instead of terraform-aws-modules/vpc/aws, 5.1.0.",
  ],
  [
    "another version of Terraform",
    { terraform: ">= 1.11" },
    { terraform: ">= 1.13" },
    "low web: Terraform has to be >= 1.13 instead of >= 1.11.",
  ],
])("finds %s", (_, before, after, finding) => {
  expect(says(before, after)).toEqual([finding]);
});

it("says once what several roots have in common", () => {
  const [before, after] = ["5.1.0", "5.2.0"].map((version) => ({ lock: locked(version) }));
  expect(saysOf({ api: before ?? {}, web: before ?? {} }, { api: after ?? {}, web: after ?? {} })).toEqual([
    `low api: The provider ${aws} goes from 5.1.0 to 5.2.0. The same in 1 more root.`,
  ]);
});

it("finds nothing in what stays, in further hashes of the same package, in a new root, and without a lock file before", () => {
  expect(says({ lock: locked("5.1.0") }, { lock: locked("5.1.0") })).toEqual([]);
  expect(
    says({ lock: locked("5.1.0") }, { lock: locked("5.1.0").replace("hashes = [", 'hashes = [\n    "h1:other=",') }),
  ).toEqual([]);
  expect(saysOf({}, { web: { lock: locked("6.0.0") } })).toEqual([]);
  expect(says({}, { lock: locked("6.0.0") })).toEqual([]);
});
