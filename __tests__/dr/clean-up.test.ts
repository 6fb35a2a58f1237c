import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cleanUp, unsavedStates } from "../../dr/clean-up/clean-up";

let temporary: string;
beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), "clean-up-"));
});
afterEach(() => {
  rmSync(temporary, { recursive: true, force: true });
});

/** The folder of a drill, of the process with this number. */
function folderOf(name: string, pid: number, script?: string): string {
  const folder = join(temporary, name);
  mkdirSync(folder);
  writeFileSync(join(folder, "pid"), String(pid));
  if (script !== undefined) writeFileSync(join(folder, "remove.sh"), script);
  return folder;
}
const nobody = 2 ** 30;

it("removes the folder of a drill that was killed, after its script, and nothing else", async () => {
  const removed = join(temporary, "removed");
  const killed = folderOf("dr-2611230610-a", nobody, `touch ${removed}`);
  const other = folderOf("mine", nobody);
  expect(await cleanUp(() => {}, temporary)).toEqual([]);
  expect([killed, removed, other].map((path) => existsSync(path))).toEqual([false, true, true]);
});

it("leaves a drill alone that is at work", async () => {
  const running = folderOf("dr-2611230610-a", process.pid);
  expect(await cleanUp(() => {}, temporary)).toEqual([]);
  expect(existsSync(running)).toBe(true);
});

it("fails with the folder, and keeps it, where its script fails", async () => {
  const folder = folderOf("dr-2611230610-a", nobody, "exit 3");
  expect(await cleanUp(() => {}, temporary)).toEqual([
    expect.stringContaining(`${folder}: Command failed with exit code 3`),
  ]);
  expect(existsSync(folder)).toBe(true);
});

it("names a state that Terraform could not store, and how it is stored", () => {
  const folder = folderOf("dr-2611230610-a", nobody);
  const root = join(folder, "source/cdktf.out/stacks/dev-eu-west-1-network");
  mkdirSync(root, { recursive: true });
  expect(unsavedStates(temporary)).toEqual([]);
  writeFileSync(join(root, "errored.tfstate"), "{}");
  expect(unsavedStates(temporary)).toEqual([
    expect.stringContaining(`terraform -chdir=${root} state push errored.tfstate`),
  ]);
});
