import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { aboutKept, besideSynth, placeSynth, toPlace } from "../../terraform/place-synth";
import { built, runScript } from "../dr/support/script";

let out: string;
let placer: string;
beforeAll(() => {
  placer = built("a-placer", __dirname);
});
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), "placed-"));
});
afterEach(() => rmSync(out, { recursive: true }));
afterAll(() => rmSync(placer));

const network = "stacks/dev-eu-west-1-network";
const web = "stacks/dev-eu-west-1-web";
const networkModule = "modules/dev/eu-west-1/network";
const app = {
  "manifest.json": "{}",
  [`${network}/cdk.tf.json`]: "{}",
  [`${web}/cdk.tf.json`]: "{}",
  [`${networkModule}/main.tf.json`]: "{}",
  "modules/dev/eu-west-1/web/main.tf.json": "{}",
};

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function synth(files: Readonly<Record<string, string>>, environment = {}) {
  const beside = besideSynth(out);
  write(beside, files);
  return placeSynth(beside, out, environment);
}

const wordOf = (path: string): string => JSON.parse(readFileSync(join(out, path), "utf8")).word;

it("has every file whole in every look while two synths run in a loop, and ends with one of them, whole", async () => {
  const both = ["one", "two"].map((word) => runScript(placer, out, word, "25"));
  const file = "modules/dev/eu-west-1/tier-9/main.tf.json";
  while (!existsSync(join(out, file))) await sleep(5);
  const seen = new Set<string>();
  let isRunning = true;
  const ended = Promise.all(both.map((one) => one.ended)).finally(() => (isRunning = false));
  for (; isRunning; await sleep(0)) for (let look = 0; look < 20; look++) seen.add(wordOf(file));
  expect(await ended).toEqual([{ code: 0 }, { code: 0 }].map((end) => ({ ...end, signal: null })));
  expect(seen.size).toBeGreaterThan(5);
  const tiers = readdirSync(join(out, "modules/dev/eu-west-1")).map(
    (tier) => `modules/dev/eu-west-1/${tier}/main.tf.json`,
  );
  const words = [...tiers, `${network}/cdk.tf.json`, "manifest.json"].map(wordOf);
  expect(words).toHaveLength(12);
  expect(new Set(words).size).toBe(1);
  expect(readdirSync(out).sort()).toEqual(["manifest.json", "modules", "stacks"]);
});

it("waits for another one that is placing, but not for one that was killed", async () => {
  writeFileSync(join(out, ".lock"), String(process.pid));
  mkdirSync(join(out, ".new-999999999-killed"));
  const waiting = runScript(placer, out, "one", "1");
  const beside = () => readdirSync(out).some((name) => name.startsWith(`.new-${waiting.pid}-`));
  while (!beside()) await sleep(20);
  await sleep(200);
  expect(existsSync(join(out, "modules"))).toBe(false);
  writeFileSync(join(out, ".lock"), "999999999");
  expect(await waiting.ended).toEqual({ code: 0, signal: null });
  expect(readdirSync(out).sort()).toEqual(["manifest.json", "modules", "stacks"]);
});

it("touches no file that is the same, and tells which roots and modules changed", () => {
  expect(synth(app).changed).toEqual(["modules/dev/eu-west-1/network", "modules/dev/eu-west-1/web", network, web]);
  const [same, other] = [`${networkModule}/main.tf.json`, `${network}/cdk.tf.json`].map((path) => join(out, path));
  const before = [same, other].map((path) => statSync(path ?? "").ino);
  expect(synth({ ...app, [`${network}/cdk.tf.json`]: "[]" })).toEqual({ changed: [network], removed: [], kept: [] });
  const after = [same, other].map((path) => statSync(path ?? "").ino);
  expect([after[0] === before[0], after[1] === before[1]]).toEqual([true, false]);
});

it("says what it would change, and changes nothing then", () => {
  synth(app);
  const { [`${web}/cdk.tf.json`]: _, ...rest } = app;
  const beside = besideSynth(out);
  write(beside, { ...rest, [`${network}/cdk.tf.json`]: "[]" });
  const would = toPlace(beside, out);
  expect(would).toEqual({ changed: [network], removed: [web], kept: [] });
  expect(readFileSync(join(out, network, "cdk.tf.json"), "utf8")).toBe("{}");
  expect(placeSynth(beside, out)).toEqual(would);
});

it("removes former files, modules and roots, and leaves what Terraform keeps in a root", () => {
  synth({ ...app, [`${networkModule}/locals.tf.json`]: "{}", [`${networkModule}/outputs.tf.json`]: "{}" });
  const kept = [".terraform/modules/modules.json", "errored.tfstate", "terraform.tfstate", "apply.tfplan"];
  write(join(out, network), Object.fromEntries(kept.map((path) => [path, "{}"])));
  const { [`${web}/cdk.tf.json`]: _, "modules/dev/eu-west-1/web/main.tf.json": __, ...rest } = app;
  expect(synth(rest)).toEqual({
    changed: ["modules/dev/eu-west-1/network"],
    removed: [web, "modules/dev/eu-west-1/web"],
    kept: [],
  });
  expect(existsSync(join(out, web))).toBe(false);
  expect(existsSync(join(out, `${networkModule}/outputs.tf.json`))).toBe(false);
  expect(kept.filter((path) => !existsSync(join(out, network, path)))).toEqual([]);
});

it("removes a region of which nothing is left", () => {
  synth({ ...app, "modules/dev/eu-west-3/network/main.tf.json": "{}", "modules/qa/global/dns/main.tf.json": "{}" });
  synth(app);
  expect(readdirSync(join(out, "modules"))).toEqual(["dev"]);
  expect(readdirSync(join(out, "modules/dev"))).toEqual(["eu-west-1"]);
});

it("keeps a former root that has a state, every time, and says where", () => {
  const { [`${web}/cdk.tf.json`]: _, ...without } = app;
  const states = ["first", "second"].map((state) => {
    synth(app);
    write(out, { [`${web}/errored.tfstate`]: state });
    const placed = synth(without);
    expect(existsSync(join(out, web))).toBe(false);
    expect(aboutKept(out, placed)).toContain(join(out, placed.kept[0] ?? ""));
    return [placed.kept, readFileSync(join(out, placed.kept[0] ?? "", "errored.tfstate"), "utf8")];
  });
  expect(states).toEqual([
    [["former/dev-eu-west-1-web"], "first"],
    [["former/dev-eu-west-1-web.2"], "second"],
  ]);
});

it("leaves cdktf the empty folder of a former root, which cdktf removes itself", () => {
  synth(app);
  write(out, { [`${web}/errored.tfstate`]: "{}" });
  const { [`${web}/cdk.tf.json`]: _, ...without } = app;
  const { kept } = synth(without, { CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS: "true" });
  expect(readdirSync(join(out, web))).toEqual([]);
  expect(kept).toEqual(["former/dev-eu-west-1-web"]);
});
