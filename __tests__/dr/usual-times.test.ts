import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { steps } from "../../dr/steps/all";
import { usualTimes } from "../../dr/usual-times";
import { anySettings } from "./support/settings";

let reports: string;
beforeEach(() => {
  reports = mkdtempSync(join(tmpdir(), "reports-"));
});
afterEach(() => rmSync(reports, { recursive: true }));

function report(run: string, kind: "local" | "account", seconds: number, status = "done"): void {
  mkdirSync(join(reports, run));
  const step = { title: "Take the inventory", phase: "run", status, startedAt: "2026-11-28T20:22:54.098Z", seconds };
  const whole = { aws: { kind, name: kind }, steps: [step, { title: "Verify", phase: "run", status: "skipped" }] };
  writeFileSync(join(reports, run, "report.json"), JSON.stringify(whole));
}

it("takes the median of earlier runs in the same kind of AWS in which the step passed", () => {
  for (const seconds of [10, 30, 11]) report(`dr-${seconds}`, "local", seconds);
  report("dr-failed", "local", 1, "failed");
  report("dr-account", "account", 300);
  mkdirSync(join(reports, "dr-killed"));
  expect(usualTimes(false, reports)("Take the inventory")).toBe(11);
  expect(usualTimes(true, reports)("Take the inventory")).toBe(300);
});

it("knows a time of every step of a drill on a local AWS before any was run here, and none in an account", () => {
  const all = steps(anySettings({ where: { kind: "own" }, keep: false }));
  const titles = all.flatMap(({ title, undo }) => [title, ...(undo ? [undo.title] : [])]);
  expect(titles.filter((title) => usualTimes(false, join(reports, "none"))(title) === undefined)).toEqual([]);
  expect(titles.filter((title) => usualTimes(true, reports)(title) !== undefined)).toEqual([]);
});
