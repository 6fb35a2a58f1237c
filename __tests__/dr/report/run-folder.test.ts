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

it("gives each run an id and a folder of its own, those that began in the same second, too", () => {
  const claimed = Array.from({ length: 20 }, () => at("28T13:46"));
  expect(new Set(claimed.map(({ run }) => run)).size).toBe(20);
  for (const { run, folder } of claimed) {
    expect(run).toMatch(/^dr-261128134630-[a-z0-9]{4}$/);
    expect(folder).toBe(join(reports, run));
  }
  expect(readdirSync(reports).sort()).toEqual(claimed.map(({ run }) => run).sort());
});

it("keeps earlier reports, and lets latest lead to the run that began last", () => {
  const earlier = at("28T02:17").folder;
  writeFileSync(join(earlier, "report.json"), "earlier");
  pointLatestTo(earlier);
  expect(readFileSync(join(reports, "latest/report.json"), "utf8")).toBe("earlier");
  const { run, folder: later } = at("29T02:17");
  pointLatestTo(later);
  expect(readlinkSync(join(reports, "latest"))).toBe(run);
  expect(existsSync(join(reports, "latest/report.json"))).toBe(false);
  expect(readFileSync(join(earlier, "report.json"), "utf8")).toBe("earlier");
});

it("lets the reports be moved together", () => {
  pointLatestTo(at("29T02:17").folder);
  renameSync(reports, join(folder, "elsewhere"));
  expect(readdirSync(join(folder, "elsewhere/latest"))).toEqual([]);
});
