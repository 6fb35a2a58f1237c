import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { html } from "../../../dr/report/html/page";
import type { Report } from "../../../dr/report/schema";
import { targets } from "../../../dr/targets";
import { startBrowser } from "../../support/browser";
import { reports, trendBefore } from "./reports";

let browser: Browser;
let page: Page;
let folder: string;
/** What must not be there: requests beyond the page itself, and complaints of the browser. */
const asked: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "html-"));
  browser = await startBrowser();
  page = await browser.newPage();
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

async function open(report: Report): Promise<string> {
  const file = join(folder, "report.html");
  writeFileSync(file, html(report, trendBefore(report)));
  const { href } = pathToFileURL(file);
  await page.goto(href);
  return href;
}

const openAll = () => page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
const text = () => page.evaluate<string>("document.body.innerText");
const overflow = () => page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");

describe.each(Object.entries(reports))("a drill that %s", (_, made) => {
  it("fits from 390 to 1600 pixels and on A4, folded and unfolded, and asks the network for nothing", async () => {
    asked.length = 0;
    complaints.length = 0;
    const href = await open(made());
    const widths: unknown[] = [];
    for (const width of [390, 768, 1280, 1600]) {
      await page.setViewportSize({ width, height: 900 });
      widths.push(await overflow());
    }
    await openAll();
    for (const width of [390, 700, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      widths.push(await overflow());
    }
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 703, height: 900 });
    widths.push(await overflow());
    await page.emulateMedia({ media: "screen" });
    expect(widths).toEqual(widths.map(() => 0));
    expect(asked).toEqual([href]);
    expect(complaints).toEqual([]);
  });

  it.each(["light", "dark"] as const)(
    "can be read in the %s: every text has a contrast of 4.5 at least",
    async (colorScheme) => {
      await open(made());
      await openAll();
      await page.emulateMedia({ colorScheme });
      expect(await page.evaluate(faint)).toEqual([]);
    },
  );
});

it("looks different in the dark", async () => {
  await open(reports.passed());
  const background = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
  await page.emulateMedia({ colorScheme: "light" });
  const light = await background();
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await background()).not.toBe(light);
});

it("says in the first screen what happened, how fast, against what, and what that is worth", async () => {
  await open(reports.passed());
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const what of [
    "all 28 checks passed",
    "3 min 44 s",
    "Objective: 2 h",
    "is no figure of AWS",
    "40–75 min",
    "up to 60 minutes",
  ]) {
    const box = await page.getByText(what).first().boundingBox();
    expect({ what, end: (box?.y ?? 9_999) + (box?.height ?? 0) }).toEqual({ what, end: expect.any(Number) });
    expect((box?.y ?? 9_999) + (box?.height ?? 0)).toBeLessThan(800);
  }
});

it("shows what failed before the figures, with its reason, and unfolds its question only", async () => {
  await open(reports.failed());
  const said = await text();
  expect(said.indexOf("lets in 0.0.0.0/0 on port 5432")).toBeLessThan(said.indexOf("How fast, and how much was lost"));
  expect(await page.locator("details.question[open] .asks").allInnerTexts()).toEqual([
    "Is it closed to everybody else?",
  ]);
});

it("shows each step in time, the critical path, parity, leftovers and the trend", async () => {
  await open(reports.passed());
  const said = await text();
  for (const what of [
    "Critical path: dev-eu-north-1-state → ",
    "244 resources of 52 types were compared: no undeclared difference",
    "Nothing: every region was swept",
    "31 KMS keys scheduled for deletion on 2026-12-29",
    "28 of 30 runs on the local AWS passed",
    `1 of ${targets.length} target`,
  ])
    expect(said).toContain(what);
  expect(await page.locator("#trend rect").count()).toBe(30);
  expect(await page.locator("#timeline .root").count()).toBeGreaterThan(60);
});

it("draws where customers were led: a lane for each region and for nowhere, a line for each change", async () => {
  await open(reports.passed());
  const lanes = page.locator("#customers .timeline .row:not(.axis)");
  expect(await lanes.allInnerTexts()).toEqual([
    expect.stringMatching(/^eu-west-1\s+1 ×/),
    expect.stringMatching(/^eu-central-1\s+6 ×/),
    expect.stringMatching(/^nowhere\s+3 ×/),
  ]);
  const bars = lanes.locator("rect");
  expect(await bars.evaluateAll((all) => all.map((one) => one.getAttribute("class")))).toEqual([
    "interrupted",
    ...["run", "run"],
    ...["undo", "undo", "undo"],
  ]);
  expect(await page.locator("#customers tbody tr").count()).toBe(6);
  await open(reports.interrupted());
  expect(await page.locator("#customers").count()).toBe(0);
});

it("shows each difference that is meant with its reason, and what was not compared", async () => {
  await open(reports.passed());
  await openAll();
  const said = await text();
  expect(said).toContain("A drill's recovery is destroyed afterwards: it is applied as ephemeral.");
  expect(said).toContain("module.api.aws_lb.load_balancer enable_deletion_protection");
  expect(said).toContain("generated by AWS to identify the resource");
});

it("escapes whatever comes from elsewhere", async () => {
  const evil = `<img src="http://127.0.0.1:9/x.png" onerror="document.title='x'"> "&' \u001b[31m`;
  const report = reports.failed();
  asked.length = 0;
  await open({
    ...report,
    sentence: evil,
    actor: evil,
    lost: evil,
    assumptions: [evil],
    steps: report.steps.map((step) => ({ ...step, title: evil, error: evil, logs: [evil], criticalPath: [evil] })),
    checks: report.checks.map((check) => ({ ...check, title: evil, seen: evil, problems: [evil] })),
  });
  expect(await page.locator("h1").textContent()).toBe(evil.replace("\u001b", ""));
  expect(await page.locator("img").count()).toBe(0);
  expect(asked).toHaveLength(1);
});

/** In the page: texts that stand out too little from what is behind them, by WCAG's formula. */
const faint = `(() => {
  const channels = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((one) => one / 255).map((one) => (one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = channels(getComputedStyle(at).backgroundColor);
      if (color.length === 3 || color[3] > 0) return color;
    }
    return [255, 255, 255];
  };
  const found = new Set();
  for (const element of document.querySelectorAll("body *")) {
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim())) continue;
    const style = getComputedStyle(element);
    const ink = light(channels(element instanceof SVGElement ? style.fill : style.color));
    const paper = light(behind(element));
    const contrast = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
    if (contrast < 4.5 && element.tagName !== "title") found.add(element.tagName + "." + element.getAttribute("class") + " " + contrast.toFixed(2));
  }
  return [...found];
})()`;
