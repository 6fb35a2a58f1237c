import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { workflows } from "../../modules/account/workflows/contract";
import { platform } from "../../modules/core/names";
import { type Asker, allows } from "../permissions/decide";
import type { Written } from "../support/module";
import { place, policy } from "../support/policy";
import { copyOfProject, removeCopies, synth } from "./project";

const renamed = `${platform}x`;
let out: string;
const json = (path: string) => JSON.parse(readFileSync(join(out, path), "utf8"));
const account = (environment: string): Written => {
  const folder = `modules/${environment}/global/account`;
  return { ...json(`${folder}/main.tf.json`), ...json(`${folder}/variables.tf.json`) };
};
const workflow = (id: string): Asker => {
  const module = account("prod");
  const { name } = module.resource.aws_iam_role?.[id] ?? {};
  return { role: name, policies: [policy(module, `${id}_permissions`, { "var.environment": "prod" })], bounded: false };
};
const root = (id: string) => json(`stacks/${id}/cdk.tf.json`);

// The platform is renamed where it is named, and nowhere else.
beforeAll(async () => {
  const project = copyOfProject("renamed");
  const file = join(project, "modules/core/names.ts");
  writeFileSync(file, readFileSync(file, "utf8").replace(`platform = "${platform}"`, `platform = "${renamed}"`));
  const { exitCode, stderr } = await synth(project);
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  out = join(project, "cdktf.out");
}, 240_000);

afterAll(removeCopies);

it("has a name that buckets, roles and database users can be named after", () => {
  expect(platform).toMatch(/^[a-z][a-z0-9]{1,19}$/);
});

it("names nothing as before", () => {
  const files = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".json"));
  const before = new RegExp(`.{0,40}\\b${platform}[-_/].{0,20}`, "g");
  const found = (name: RegExp) =>
    files.flatMap((path) =>
      (readFileSync(join(out, path), "utf8").match(name) ?? []).map((text) => `${path}: ${text}`),
    );
  expect(found(before)).toEqual([]);
  expect(found(new RegExp(`\\b${renamed}-`, "g")).length).toBeGreaterThan(100);
});

it("lets an apply read, write and lock every state of its account but the account tier's", async () => {
  const [plan, apply] = [workflow("plan"), workflow("apply")];
  const roots = readdirSync(join(out, "stacks")).filter((id) => id.startsWith("prod-"));
  expect(roots.length).toBeGreaterThan(20);
  for (const id of roots) {
    const { bucket, key, region, dynamodb_table: table } = root(id).terraform.backend.s3;
    const locks = `arn:aws:dynamodb:${region}:${place.account}:table/${table}`;
    const state = `arn:aws:s3:::${bucket}/${key}`;
    const may = (who: Asker, action: string, resource: string) =>
      allows(who, { action, resource, context: { "dynamodb:LeadingKeys": [`${bucket}/${key}-md5`] } });
    const reads = [await may(plan, "s3:GetObject", state), await may(plan, "dynamodb:GetItem", locks)];
    const writes = [
      await may(apply, "s3:PutObject", state),
      await may(apply, "s3:PutObject", `${state}.tflock`),
      await may(apply, "dynamodb:PutItem", locks),
    ];
    const isOfPeople = id === "prod-global-account";
    expect({ id, reads, writes }).toEqual({ id, reads: [true, true], writes: Array(3).fill(!isOfPeople) });
    expect(await may(plan, "s3:PutObject", `${state}.tflock`)).toBe(false);
  }
});

it("keeps an apply within the boundary that the roles of tiers have, and from the roles of workflows", async () => {
  const apply = workflow("apply");
  const { boundary: made } = account("prod").resource.aws_iam_policy ?? {};
  const boundary = `arn:aws:iam::${place.account}:policy/${made?.name}`;
  const on = (action: string, name: string) => ({
    action,
    resource: `arn:aws:iam::${place.account}:role/${name}`,
    context: { "iam:PermissionsBoundary": boundary },
  });
  expect(await allows(apply, on("iam:CreateRole", `${renamed}/prod-eu-west-1-new`))).toBe(true);
  for (const { name } of Object.values(account("dev").resource.aws_iam_role ?? {}))
    expect([name, await allows(apply, on("iam:CreateRole", name))]).toEqual([name, false]);
});

it("admits the roles of workflows where they are named elsewhere", () => {
  const [, apply, drill] = workflows.map((id) => account("dev").resource.aws_iam_role?.[id]?.name);
  expect(root("dev-eu-west-1-security").module.security.deployer_role_names).toEqual(
    expect.arrayContaining([apply, drill]),
  );
  expect(root("dev-eu-west-1-backup").module.backup.break_glass_role_names).toContain(drill);
});
