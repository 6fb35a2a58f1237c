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
    'regions/eu-west-1.ts has 1 problem:\n  network.zones: "d" is not a zone of eu-west-1. Zones there: a, b, c.',
  ],
  [
    "regions/eu-west-1.ts",
    'name: "eu-west-1"',
    'name: "eu-west-9"',
    'the region file with name: "eu-west-9" has 1 problem:\n  name: "eu-west-9" must be one of eu-central-1, eu-north-1, eu-south-1, eu-south-2, eu-west-1, eu-west-2, eu-west-3, us-east-1, us-east-2, us-west-1, us-west-2. Did you mean "eu-west-1"?',
  ],
  [
    "regions/environments.ts",
    "minCapacityUnits: 0.5, maxCapacityUnits: 4",
    "minCapacityUnit: 0.5",
    'regions/environments.ts, dev.differences.eu-west-1 has 1 problem:\n  database.minCapacityUnit: is not a known setting. Did you mean "minCapacityUnits"?',
  ],
  [
    "dr/targets.ts",
    '"10.1.0.0/16"',
    '"10.0.0.0/16"',
    'dr/targets.ts and regions/eu-west-1.ts have 1 problem:\n  targets["eu-west-1 → eu-central-1"].cidr: 10.0.0.0/16 overlaps 10.0.0.0/16, which is network.cidr in regions/eu-west-1.ts. Give one of them a /16 that nothing else uses.',
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
