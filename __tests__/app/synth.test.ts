import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copyOfProject, removeCopies, synth } from "./project";

let one: string;
beforeAll(async () => {
  one = copyOfProject("one");
  expect(await synth(one)).toMatchObject({ exitCode: 0 });
});
afterAll(removeCopies);

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true, encoding: "utf8" })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

const hashes = (folder: string): Record<string, string> =>
  Object.fromEntries(
    filesOf(folder).map((path) => [
      path,
      createHash("sha256")
        .update(readFileSync(join(folder, path)))
        .digest("hex"),
    ]),
  );

it("writes the same bytes in two folders, whatever the caller's time zone, language and home", async () => {
  const other = copyOfProject("a-much-longer-name");
  const out = join(other, "elsewhere/out");
  mkdirSync(out, { recursive: true });
  const additions = { CDKTF_OUTDIR: out, TZ: "Pacific/Auckland", LC_ALL: "C", HOME: other };
  expect(await synth(other, additions)).toMatchObject({ exitCode: 0 });
  const first = hashes(join(one, "cdktf.out"));
  expect(Object.keys(first).length).toBeGreaterThan(100);
  expect(hashes(out)).toEqual(first);
});

it("puts the lock file of the providers beside every root", () => {
  const lock = readFileSync(join(one, ".terraform.lock.hcl"), "utf8");
  const stacks = join(one, "cdktf.out/stacks");
  for (const id of readdirSync(stacks))
    expect(readFileSync(join(stacks, id, ".terraform.lock.hcl"), "utf8")).toBe(lock);
});

it("is built anew when a source changed", async () => {
  const copy = copyOfProject("changed");
  await synth(copy);
  const before = hashes(join(copy, "cdktf.out"));
  const file = join(copy, "regions/eu-west-1.ts");
  writeFileSync(file, readFileSync(file, "utf8").replace('"10.0.0.0/16"', '"10.99.0.0/16"'));
  await synth(copy);
  const after = hashes(join(copy, "cdktf.out"));
  const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
  expect(changed).toEqual(["dev", "prod", "staging"].map((name) => `stacks/${name}-eu-west-1-network/cdk.tf.json`));
});
