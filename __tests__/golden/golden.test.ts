import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { goldens } from "../../tools/goldens/goldens";
import { withSynth } from "../../tools/synth";

// Where a difference is wanted, `npm run goldens` writes these files anew; the diff is for the reviewer.
const synthesized = withSynth(goldens);
const kept = readdirSync(__dirname, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".tf.json"));

it("has a golden file of each module and root, and none that is left over", () => {
  expect(kept.sort()).toEqual([...synthesized.keys()].sort());
});

it.each([...synthesized.keys()])("%s is what is synthesized", (path) => {
  expect(synthesized.get(path)).toBe(readFileSync(join(__dirname, path), "utf8"));
});

it("has each tier's module once: every region and environment has the same, byte for byte", () => {
  const modules = [...synthesized.keys()].filter((path) => path.startsWith("modules/"));
  expect(modules.filter((path) => path.split("/").length > 2)).toEqual([]);
  expect(modules.length).toBeGreaterThan(8);
});

it("holds no metadata of cdktf", () => {
  for (const text of synthesized.values()) expect(text).not.toContain('"//"');
});
