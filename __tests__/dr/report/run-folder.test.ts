import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeRunFolder, pointLatestTo } from "../../../dr/report/run-folder";

let folder: string;
let reports: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "reports-"));
  reports = join(folder, "drill-report");
});
afterEach(() => rmSync(folder, { recursive: true }));

it("gives each run a folder of its own, two that began in the same minute, too", () => {
  const run = "dr-2611281346";
  const made = [makeRunFolder(reports, run), makeRunFolder(reports, run), makeRunFolder(reports, run)];
  expect(made.map((one) => one.slice(reports.length + 1))).toEqual([run, `${run}-2`, `${run}-3`]);
  expect(readdirSync(reports)).toEqual([run, `${run}-2`, `${run}-3`]);
});

it("keeps earlier reports, and lets latest lead to the run that began last", () => {
  const earlier = makeRunFolder(reports, "dr-2611280217");
  writeFileSync(join(earlier, "report.json"), "earlier");
  pointLatestTo(earlier);
  expect(readFileSync(join(reports, "latest/report.json"), "utf8")).toBe("earlier");
  pointLatestTo(makeRunFolder(reports, "dr-2611290217"));
  expect(readlinkSync(join(reports, "latest"))).toBe("dr-2611290217");
  expect(existsSync(join(reports, "latest/report.json"))).toBe(false);
  expect(readFileSync(join(earlier, "report.json"), "utf8")).toBe("earlier");
});

it("lets the reports be moved together", () => {
  pointLatestTo(makeRunFolder(reports, "dr-2611290217"));
  renameSync(reports, join(folder, "elsewhere"));
  expect(readdirSync(join(folder, "elsewhere/latest"))).toEqual([]);
});
