import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { environments } from "../../regions/environments";
import { contractOf } from "../../regions/wiring/tiers";
import { readModules } from "../../terraform/synthesized";
import { goldens } from "../../tools/update/goldens";
import { synthesized } from "../support/synthesized";

// Where a difference is wanted, `./shop update` writes these files anew; the diff is for the reviewer.
const written = goldens(synthesized(), environments[0]?.name ?? "");
const kept = readdirSync(__dirname, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".tf.json"));

it("has a golden file of each module and root, and none that is left over", () => {
  expect(kept.sort()).toEqual([...written.keys()].sort());
});

it.each([...written.keys()])("%s is what is synthesized", (path) => {
  expect(written.get(path)).toBe(readFileSync(join(__dirname, path), "utf8"));
});

it("has each tier's module once, byte for byte, but where it depends on other regions", () => {
  const modules = [...written.keys()].filter((path) => path.startsWith("modules/"));
  const others = modules.filter((path) => path.split("/").length > 2).map((path) => basename(path, ".tf.json"));
  expect(others.filter((tier) => !contractOf(tier)?.derived)).toEqual([]);
  const tiers = new Set(readModules(synthesized()).map(({ tier }) => tier));
  expect([...tiers].filter((tier) => !modules.includes(`modules/${tier}.tf.json`))).toEqual([]);
});

it("holds no metadata of cdktf", () => {
  for (const text of written.values()) expect(text).not.toContain('"//"');
});
