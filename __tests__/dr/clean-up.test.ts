import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cleanUp, toCleanUp, unsavedStates } from "../../dr/clean-up/clean-up";
import { removeDead } from "../../dr/clean-up/remove-dead";
import { Drill } from "../../dr/drill";
import { leftIn, rememberLeft } from "../../dr/left";
import type { Thing } from "../../dr/made";
import { closeWorkFolder } from "../../dr/what-is-left";
import { makeWorkFolder, removeWorkFolder, runningDrills } from "../../dr/work-folder";
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
  mkdirSync(folder, { mode: 0o700 });
  writeFileSync(join(folder, "pid"), String(pid));
  if (left !== undefined) writeFileSync(join(folder, "left.json"), left);
  return folder;
}
const nobody = 2 ** 30;
const at = { signal: new AbortController().signal, say: () => {} };
const run = "dr-261123061059-k7qd";
const snapshot: Thing = {
  ...{ type: "aws_db_cluster_snapshot", name: `${run}-orders`, region: "eu-west-1" },
  at: "2026-11-23T06:10:59.000Z",
};
const left = { run, roots: [], made: [] };

it("removes the folder of a drill that was killed and has left nothing, and no other", async () => {
  const killed = folderOf(`${run}-a`, nobody);
  const other = folderOf("mine", nobody);
  expect(toCleanUp(temporary)).toEqual({ removed: [killed], notRemoved: [] });
  expect([killed, other].map((path) => existsSync(path))).toEqual([true, true]);
  expect(await cleanUp(at, temporary)).toEqual({ removed: [killed], notRemoved: [] });
  expect([killed, other].map((path) => existsSync(path))).toEqual([false, true]);
});

describe("before the next drill", () => {
  const said = () => {
    const lines: string[] = [];
    removeDead((line) => lines.push(line), temporary);
    return lines;
  };
  /** A folder as a drill makes it, of a process with another number, in a namespace. */
  const made = (pid: number, namespace?: string): string => {
    const folder = folderOf(`${run}-${pid}`, pid);
    const own = makeWorkFolder(run);
    writeFileSync(join(folder, "namespace"), namespace ?? readFileSync(join(own, "namespace")));
    removeWorkFolder(own);
    return folder;
  };

  it("removes the folder of a drill that is surely dead, and says so", () => {
    const killed = made(nobody);
    const running = made(process.ppid);
    expect(said()).toEqual([`removed ${killed}, which a drill that was stopped has left`]);
    expect([killed, running].map((path) => existsSync(path))).toEqual([false, true]);
  });

  it("leaves one whose process may be another container's", () => {
    const elsewhere = made(nobody, "pid:[1]");
    expect(said()).toEqual([]);
    expect(existsSync(elsewhere)).toBe(true);
  });

  it("leaves what remembers more, or has a state that nothing else has, and says what to do", () => {
    const remembering = made(nobody);
    const roots = [{ id: "web", folder: join(remembering, "source/web"), dependencies: [] }];
    rememberLeft(remembering, { ...left, endpoint: "http://127.0.0.1:9", roots });
    const unsaved = made(nobody + 1);
    writeFileSync(join(unsaved, "errored.tfstate"), "{}");
    expect(said()).toEqual([
      `${remembering} is of a drill that was stopped, and so is more: ./shop clean-up removes it`,
      expect.stringContaining(`${unsaved} is of a drill that was stopped, and stays: ${unsaved} has a state`),
    ]);
    expect([remembering, unsaved].map((path) => existsSync(path))).toEqual([true, true]);
  });
});

it("leaves a drill alone that is at work, and tells which", async () => {
  const running = folderOf(`${run}-a`, process.ppid);
  expect(await cleanUp(at, temporary)).toEqual({ removed: [], notRemoved: [] });
  expect(existsSync(running)).toBe(true);
  expect(runningDrills(temporary)).toEqual([run]);
});

it("fails with the folder, and keeps it, where what was left cannot be removed", async () => {
  const folder = folderOf(`${run}-a`, nobody);
  const made = [snapshot];
  rememberLeft(folder, { ...left, endpoint: "http://127.0.0.1:9", made });
  expect(toCleanUp(temporary)).toEqual({
    removed: [`${folder}, with aws_db_cluster_snapshot ${run}-orders in the local AWS at http://127.0.0.1:9`],
    notRemoved: [],
  });
  expect(await cleanUp(at, temporary)).toEqual({
    removed: [],
    notRemoved: [expect.stringContaining(`${folder}: --endpoint: http://127.0.0.1:9 does not answer`)],
  });
  expect(leftIn(folder)).toMatchObject({ made });
});

it("keeps a folder whose memory is damaged: nothing else knows what was left", async () => {
  const folder = folderOf(`${run}-a`, nobody, "{");
  expect(await cleanUp(at, temporary)).toEqual({
    removed: [],
    notRemoved: [expect.stringContaining("left.json is damaged")],
  });
  expect(existsSync(folder)).toBe(true);
});

it("remembers what stands in another local AWS from the moment that it does, and forgets it when it is gone", async () => {
  const workFolder = folderOf(`${run}-a`, process.pid);
  const drill = new Drill(anySettings({ workFolder, where: { kind: "endpoint", endpoint: "http://127.0.0.1:9" } }));
  const web = join(workFolder, "source/web");
  drill.found.source = { folder: join(workFolder, "source"), roots: [{ id: "web", dependencies: ["network"] }] };
  drill.standing.set("web", web);
  await drill.made.make(snapshot, async () => "arn:of-it");
  expect(leftIn(workFolder)).toMatchObject({
    endpoint: "http://127.0.0.1:9",
    roots: [{ id: "web", folder: web, dependencies: ["network"] }],
    made: [{ ...snapshot, at: expect.any(String), arn: "arn:of-it" }],
  });
  drill.standing.delete("web");
  await drill.made.takeBack(async () => {});
  expect(leftIn(workFolder)).toBeUndefined();
});

it("remembers nothing of our own local AWS, which takes all along", () => {
  const workFolder = folderOf(`${run}-a`, process.pid);
  new Drill(anySettings({ workFolder })).standing.set("web", "/source/web");
  expect(leftIn(workFolder)).toBeUndefined();
});

it("leaves alone what others have put into a shared temporary folder under a drill's name", async () => {
  const theirs = folderOf(`${run}-a`, nobody, "{");
  const elsewhere = folderOf("mine", nobody);
  symlinkSync(elsewhere, join(temporary, `${run}-b`));
  // Nobody but root can give a folder to somebody else, so to us it is somebody else's.
  const getuid = jest.spyOn(process, "getuid").mockReturnValue((process.getuid?.() ?? 0) + 1);
  try {
    expect(await cleanUp(at, temporary)).toEqual({ removed: [], notRemoved: [] });
  } finally {
    getuid.mockRestore();
  }
  chmodSync(theirs, 0o777);
  const open = `${theirs}: ${theirs} is open to other users (mode 777), and a drill's folder never is`;
  expect(toCleanUp(temporary)).toEqual({ removed: [], notRemoved: [expect.stringContaining(open)] });
  expect(await cleanUp(at, temporary)).toEqual({ removed: [], notRemoved: [expect.stringContaining(open)] });
  expect([theirs, elsewhere].map((path) => existsSync(path))).toEqual([true, true]);
});

it("believes no memory that names roots outside of its folder, which Terraform would run", async () => {
  const folder = folderOf(`${run}-a`, nobody);
  const roots = [{ id: "web", folder: join(folder, "../web"), dependencies: [] }];
  rememberLeft(folder, { ...left, roots, endpoint: "http://127.0.0.1:9" });
  expect(await cleanUp(at, temporary)).toEqual({
    removed: [],
    notRemoved: [expect.stringContaining("left.json is damaged")],
  });
});

it.each(["source", `${run}/source`, "states/deeper/still"])(
  "names a state that Terraform could not store, and how it is stored, and removes none of it: in %s",
  async (place) => {
    const folder = folderOf(`${run}-a`, nobody);
    const root = join(folder, place, "cdktf.out/stacks/dev-eu-west-1-network");
    mkdirSync(root, { recursive: true });
    expect(unsavedStates(temporary)).toEqual([]);
    writeFileSync(join(root, "errored.tfstate"), "{}");
    const how = expect.stringContaining(`terraform -chdir=${root} state push errored.tfstate`);
    expect(unsavedStates(temporary)).toEqual([how]);
    expect(await cleanUp(at, temporary)).toEqual({ removed: [], notRemoved: [how] });
    const said = jest.spyOn(process.stderr, "write").mockReturnValue(true);
    try {
      const where = { kind: "endpoint", endpoint: "http://127.0.0.1:9" } as const;
      closeWorkFolder(new Drill(anySettings({ workFolder: folder, where })));
      expect(said).toHaveBeenCalledWith(how);
    } finally {
      said.mockRestore();
    }
    expect(existsSync(join(root, "errored.tfstate"))).toBe(true);
  },
);
