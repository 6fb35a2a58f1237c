import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bringUpToDate, generated, stale } from "../../tools/update/generated";
import { synthesized } from "../support/synthesized";

it("is up to date: ./shop update would change nothing", async () => {
  expect(stale(await generated(synthesized()))).toEqual({ write: [], remove: [] });
});

it("writes what differs or is missing, and removes what is left of something that is gone", () => {
  const root = mkdtempSync(join(tmpdir(), "update-"));
  const write = (path: string, text: string) => {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write("docs/help/same.txt", "same");
  write("docs/help/other.txt", "old");
  write("docs/help/gone.txt", "gone");
  write("docs/by-hand.md", "kept");
  const files = new Map([
    ["docs/help/same.txt", "same"],
    ["docs/help/other.txt", "new"],
    ["docs/help/missing.txt", "made"],
  ]);
  const found = stale(files, root);
  expect(found).toEqual({ write: ["docs/help/other.txt", "docs/help/missing.txt"], remove: ["docs/help/gone.txt"] });
  bringUpToDate(files, found, root);
  expect(stale(files, root)).toEqual({ write: [], remove: [] });
  expect(readFileSync(join(root, "docs/help/other.txt"), "utf8")).toBe("new");
  expect(existsSync(join(root, "docs/by-hand.md"))).toBe(true);
  rmSync(root, { recursive: true });
});
