import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cleanUp, toCleanUp, unsavedStates } from "../../dr/clean-up/clean-up";
import { Drill } from "../../dr/drill";
import { leftIn, rememberLeft } from "../../dr/left";
import { runningDrills } from "../../dr/work-folder";
import { anySettings } from "./support/settings";

let temporary: string;
beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), "clean-up-"));
});
afterEach(() => {
  rmSync(temporary, { recursive: true, force: true });
});

/** The folder of a drill, of the process with this number, with what it remembers. */
function folderOf(name: string, pid: number, left?: string): string {
  const folder = join(temporary, name);
  mkdirSync(folder);
  writeFileSync(join(folder, "pid"), String(pid));
  if (left !== undefined) writeFileSync(join(folder, "left.json"), left);
  return folder;
}
const nobody = 2 ** 30;
const at = { signal: new AbortController().signal, say: () => {} };
const run = "dr-261123061059-k7qd";
const left = { run, roots: [], snapshots: [], engine: "aurora" as const };

it("removes the folder of a drill that was killed and has left nothing, and no other", async () => {
  const killed = folderOf(`${run}-a`, nobody);
  const other = folderOf("mine", nobody);
  expect(toCleanUp(temporary)).toEqual({ removed: [killed], notRemoved: [] });
  expect([killed, other].map((path) => existsSync(path))).toEqual([true, true]);
  expect(await cleanUp(at, temporary)).toEqual({ removed: [killed], notRemoved: [] });
  expect([killed, other].map((path) => existsSync(path))).toEqual([false, true]);
});

it("leaves a drill alone that is at work, and tells which", async () => {
  const running = folderOf(`${run}-a`, process.ppid);
  expect(await cleanUp(at, temporary)).toEqual({ removed: [], notRemoved: [] });
  expect(existsSync(running)).toBe(true);
  expect(runningDrills(temporary)).toEqual([run]);
});

it("fails with the folder, and keeps it, where what was left cannot be removed", async () => {
  const folder = folderOf(`${run}-a`, nobody);
  const snapshots = [{ identifier: `${run}-orders`, region: "eu-west-1" }];
  rememberLeft(folder, { ...left, endpoint: "http://127.0.0.1:9", snapshots });
  expect(toCleanUp(temporary)).toEqual({
    removed: [`${folder}, with snapshot ${run}-orders in the local AWS at http://127.0.0.1:9`],
    notRemoved: [],
  });
  expect(await cleanUp(at, temporary)).toEqual({
    removed: [],
    notRemoved: [expect.stringContaining(`${folder}: --endpoint: http://127.0.0.1:9 does not answer`)],
  });
  expect(leftIn(folder)).toMatchObject({ snapshots });
});

it("keeps a folder whose memory is damaged: nothing else knows what was left", async () => {
  const folder = folderOf(`${run}-a`, nobody, "{");
  expect(await cleanUp(at, temporary)).toEqual({
    removed: [],
    notRemoved: [expect.stringContaining("left.json is damaged")],
  });
  expect(existsSync(folder)).toBe(true);
});

it("remembers what stands in another local AWS from the moment that it does, and forgets it when it is gone", () => {
  const workFolder = folderOf(`${run}-a`, process.pid);
  const drill = new Drill(anySettings({ workFolder, where: { kind: "endpoint", endpoint: "http://127.0.0.1:9" } }));
  drill.found.source = { folder: "/source", roots: [{ id: "web", dependencies: ["network"] }] };
  drill.standing.set("web", "/source/web");
  drill.snapshots.set("orders", "eu-west-1");
  expect(leftIn(workFolder)).toMatchObject({
    endpoint: "http://127.0.0.1:9",
    roots: [{ id: "web", folder: "/source/web", dependencies: ["network"] }],
    snapshots: [{ identifier: "orders", region: "eu-west-1" }],
  });
  drill.standing.delete("web");
  drill.snapshots.delete("orders");
  expect(leftIn(workFolder)).toBeUndefined();
});

it("remembers nothing of our own local AWS, which takes all along", () => {
  const workFolder = folderOf(`${run}-a`, process.pid);
  new Drill(anySettings({ workFolder })).standing.set("web", "/source/web");
  expect(leftIn(workFolder)).toBeUndefined();
});

it("names a state that Terraform could not store, and how it is stored", () => {
  const folder = folderOf(`${run}-a`, nobody);
  const root = join(folder, "source/cdktf.out/stacks/dev-eu-west-1-network");
  mkdirSync(root, { recursive: true });
  expect(unsavedStates(temporary)).toEqual([]);
  writeFileSync(join(root, "errored.tfstate"), "{}");
  expect(unsavedStates(temporary)).toEqual([
    expect.stringContaining(`terraform -chdir=${root} state push errored.tfstate`),
  ]);
});
