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
import { claimRun, pointLatestTo } from "../../../dr/report/run-folder";

let folder: string;
let reports: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "reports-"));
  reports = join(folder, "drill-report");
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (time: string) => claimRun(reports, new Date(`2026-11-${time}:30Z`));

it("gives each run an id and a folder of its own, two that began in the same minute, too", () => {
  const claimed = [at("28T13:46"), at("28T13:46"), at("28T13:47"), at("28T13:59"), at("28T13:59")];
  const ids = ["dr-2611281346", "dr-2611281347", "dr-2611281348", "dr-2611281359", "dr-2611281400"];
  expect(claimed.map(({ run }) => run)).toEqual(ids);
  expect(claimed.map(({ folder }) => folder)).toEqual(ids.map((run) => join(reports, run)));
  expect(readdirSync(reports)).toEqual(ids);
});

it("keeps earlier reports, and lets latest lead to the run that began last", () => {
  const earlier = at("28T02:17").folder;
  writeFileSync(join(earlier, "report.json"), "earlier");
  pointLatestTo(earlier);
  expect(readFileSync(join(reports, "latest/report.json"), "utf8")).toBe("earlier");
  pointLatestTo(at("29T02:17").folder);
  expect(readlinkSync(join(reports, "latest"))).toBe("dr-2611290217");
  expect(existsSync(join(reports, "latest/report.json"))).toBe(false);
  expect(readFileSync(join(earlier, "report.json"), "utf8")).toBe("earlier");
});

it("lets the reports be moved together", () => {
  pointLatestTo(at("29T02:17").folder);
  renameSync(reports, join(folder, "elsewhere"));
  expect(readdirSync(join(folder, "elsewhere/latest"))).toEqual([]);
});
