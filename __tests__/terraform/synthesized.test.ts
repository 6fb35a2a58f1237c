import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inOrder, reversed } from "../../terraform/order";
import { publishedModules } from "../../terraform/published";
import { readRootFile } from "../../terraform/root-file";
import { readModules, readRoots } from "../../terraform/synthesized";
import { exampleSynthesized } from "../support/example";

const out = exampleSynthesized();
const roots = readRoots(out);
const modules = readModules(out);
const staging = publishedModules(out, "staging");
const root = (id: string) => {
  const found = roots.find((one) => one.id === id);
  if (!found) throw new Error(`There is no root ${id}.`);
  return found;
};

it("says of a recovery what must stand before it, which no manifest does, and nothing of the lost region", () => {
  const { dependencies, tiers } = root("dev-eu-central-1-recovery-of-eu-west-1");
  const own = expect.arrayContaining([
    "dev-eu-central-1-standby",
    "dev-eu-central-1-delivery",
    "dev-eu-central-1-copies",
  ]);
  expect(dependencies).toEqual(own);
  expect(dependencies.filter((id) => id.startsWith("dev-eu-west-1-"))).toEqual([]);
  expect(tiers).toEqual(expect.arrayContaining(["network", "database", "api", "web"]));
});

it("says of a live root what its states are of, and what its tier comes after", () => {
  expect(root("dev-eu-west-1-api").dependencies).toEqual(
    expect.arrayContaining(["dev-eu-west-1-network", "dev-eu-west-1-security", "dev-eu-west-1-delivery"]),
  );
});

it("lets every root come after the one that makes the bucket of its state, but for that itself", () => {
  const after = (id: string) => root(id).dependencies.filter((one) => one.endsWith("-state"));
  expect(after("dev-eu-west-1-network")).toEqual(["dev-eu-west-1-state"]);
  expect(after("dev-eu-north-1-audit")).toEqual(["dev-eu-north-1-state"]);
  expect(after("dev-eu-central-1-recovery-of-eu-west-1")).toEqual(["dev-eu-central-1-state"]);
  expect(after("dev-eu-west-1-state")).toEqual([]);
});

it("lets roots that copy into another region come after its key and its bucket of states", () => {
  for (const id of ["dev-global-dns", "dev-eu-north-1-failover"])
    expect(root(id).dependencies).toEqual(expect.arrayContaining(["dev-eu-north-1-state", "dev-eu-central-1-state"]));
  const keysNamed = (file: string) =>
    [...file.matchAll(/alias\/shop-state-\d{12}-([a-z0-9-]+)/g)].map(([, region]) => region);
  for (const { id, folder, dependencies } of roots) {
    const [environment = ""] = id.split("-");
    const files = readdirSync(folder).filter((file) => file.endsWith(".tf.json"));
    for (const region of files.flatMap((file) => keysNamed(readFileSync(join(folder, file), "utf8")))) {
      const state = `${environment}-${region}-state`;
      if (id !== state) expect(dependencies).toContain(state);
    }
  }
});

it("names only roots that there are, in an order that can be kept", async () => {
  const ids = roots.map(({ id }) => id);
  expect(roots.flatMap(({ dependencies }) => dependencies).filter((id) => !ids.includes(id))).toEqual([]);
  const done = new Set<string>();
  await inOrder(roots, 4, async ({ id, dependencies }) => {
    expect(dependencies.filter((one) => !done.has(one))).toEqual([]);
    done.add(id);
  });
  expect(done.size).toBe(roots.length);
});

describe("the boundary of roles", () => {
  const withRoles = new Set(
    publishedModules(out, "dev")
      .filter(({ resources, tier }) => "aws_iam_role" in resources && tier !== "account")
      .map(({ tier }) => tier),
  );
  const calls = roots.flatMap(({ id, folder, tiers }) => {
    const { module } = readRootFile(folder);
    return tiers.filter((tier) => withRoles.has(tier)).map((tier) => ({ id, tier, given: module[tier]?.boundary_arn }));
  });
  const accountOf = (id: string) => `${id.split("-")[0]}-global-account`;
  const isRecovery = (id: string) => id.includes("-recovery-of-");

  it("is the account's in every root with roles; recoveries have it of the standby, which hands it on", () => {
    const boundary = (of: string) => `\${data.terraform_remote_state.${of}.outputs.boundary_arn}`;
    const others = calls.filter(({ id, given }) => given !== boundary(isRecovery(id) ? "standby" : "account"));
    expect(others).toEqual([]);
    expect([...withRoles].sort()).toEqual(["api", "backup", "database", "events", "logs", "network", "web"]);
    expect(new Set(calls.map(({ id }) => id))).toContain("dev-eu-central-1-recovery-of-eu-west-1");
  });

  it("is there before all that have it, and goes after them", async () => {
    const taken: string[] = [];
    await inOrder(reversed(roots), 4, async ({ id }) => void taken.push(id));
    for (const { id } of calls) {
      const before = root(id).dependencies;
      const handsOn = before.filter((one) => isRecovery(id) && one.endsWith("-standby"));
      expect([...before, ...handsOn.flatMap((one) => root(one).dependencies)]).toContain(accountOf(id));
      expect(taken.indexOf(id)).toBeLessThan(taken.indexOf(accountOf(id)));
    }
  });
});

it("finds each module that a root calls", () => {
  for (const { id, tiers } of roots.filter((one) => !one.id.includes("-recovery-of-")))
    for (const tier of tiers)
      expect(modules.map((one) => `${one.environment}-${one.region}-${one.tier}`)).toContain(
        id.replace(/[^-]+$/, tier),
      );
});

it("knows which inputs have a default, null included, and which have none", () => {
  const database = staging.find(({ tier }) => tier === "database");
  expect(database?.variables.snapshot_arn).toHaveProperty("default", null);
  expect(database?.variables.name_prefix).not.toHaveProperty("default");
});

it("fails with the file that is not a root", () => {
  const folder = mkdtempSync(join(tmpdir(), "root-"));
  writeFileSync(join(folder, "cdk.tf.json"), "not JSON");
  expect(() => readRootFile(folder)).toThrow(`${folder}/cdk.tf.json is not a synthesized root: `);
  rmSync(folder, { recursive: true });
});
