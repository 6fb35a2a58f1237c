import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copyOfProject, removeCopies, synth } from "./project";

let root: string;
beforeAll(() => {
  root = copyOfProject("bad");
});
afterAll(removeCopies);

const rows: [file: string, right: string, wrong: string, message: string][] = [
  [
    "regions/eu-west-1.ts",
    'zones: ["a", "b", "c"]',
    'zones: ["a", "b", "d"]',
    'regions/eu-west-1.ts has 1 problem:\n  network.zones: "d" is no zone of eu-west-1. Zones there: a, b, c.',
  ],
  [
    "regions/environments.ts",
    "minCapacityUnits: 0.5, maxCapacityUnits: 4",
    "minCapacityUnit: 0.5",
    'regions/environments.ts, dev.differences.eu-west-1 has 1 problem:\n  database.minCapacityUnit: is not known here. Did you mean "minCapacityUnits"?',
  ],
  [
    "dr/targets.ts",
    '"10.1.0.0/16"',
    '"10.0.0.0/16"',
    "dr/targets.ts has 1 problem:\n  0.cidr: 10.0.0.0/16 overlaps 10.0.0.0/16 of regions/eu-west-1.ts. Choose a /16 that no other region uses.",
  ],
];

it.each(rows)(
  "ends with exit code 2 and one message for a bad %s, and writes nothing",
  async (file, right, wrong, message) => {
    const path = join(root, file);
    const good = readFileSync(path, "utf8");
    expect(good).toContain(right);
    writeFileSync(path, good.replace(right, wrong));
    const { exitCode, stdout, stderr } = await synth(root);
    writeFileSync(path, good);
    expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 2, stdout: "", stderr: `error: ${message}` });
    expect(existsSync(join(root, "cdktf.out"))).toBe(false);
  },
);

it("synthesizes the good files of the same folder", async () => {
  expect(await synth(root)).toMatchObject({ exitCode: 0, stderr: "" });
  expect(existsSync(join(root, "cdktf.out/manifest.json"))).toBe(true);
});
