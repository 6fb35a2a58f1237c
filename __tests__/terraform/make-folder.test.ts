import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeFolder } from "../../terraform/make-folder";
import { refusal } from "../support/refusal";

const folder = mkdtempSync(join(tmpdir(), "make-folder-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("makes a folder with those above it, and takes one that is there", () => {
  for (const _ of [1, 2]) makeFolder(join(folder, "a/b/c"));
  expect(statSync(join(folder, "a/b/c")).isDirectory()).toBe(true);
});

it("refuses a folder where none can be made, at once, and names the option", () => {
  // Node's own recursive mkdir does not come back from there.
  const told = refusal(() => makeFolder("/proc/nothing/here", "--out"));
  expect(told).toMatch(/^--out: \/proc\/nothing\/here cannot be made \(.*\)\. Choose another folder\.$/);
});

it("refuses a folder below a file", () => {
  writeFileSync(join(folder, "file"), "");
  for (const below of ["file", "file/folder"])
    expect(refusal(() => makeFolder(join(folder, below)))).toMatch(/cannot be made \(.*\)\. Choose another folder\.$/);
});
