import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { html } from "../../../dr/report/html/page";
import { projectRoot } from "../../../terraform/project-root";
import { startBrowser } from "../../support/browser";
import { reports, trendBefore } from "./reports";

// Takes the pictures of the report in docs/screens: node tools/run.mjs --needs packages __tests__/dr/report/screens.ts [FOLDER]
const [folder = join(projectRoot, "docs/screens")] = process.argv.slice(2);
const everything = process.argv.length > 2;
const temporary = mkdtempSync(join(tmpdir(), "screens-"));
mkdirSync(folder, { recursive: true });
const browser = await startBrowser();
const page = await browser.newPage();
for (const [state, make] of Object.entries(reports)) {
  const report = make();
  const file = join(temporary, `${state}.html`);
  writeFileSync(file, html(report, trendBefore(report)));
  await page.goto(pathToFileURL(file).href);
  for (const width of everything ? [390, 1280, 1600] : [390, 1280])
    for (const colorScheme of everything ? (["light", "dark"] as const) : (["light"] as const)) {
      await page.setViewportSize({ width, height: 1000 });
      await page.emulateMedia({ colorScheme });
      const suffix = colorScheme === "dark" ? "-dark" : "";
      const path = join(folder, `report-${state}-${width}${suffix}.png`);
      const clip = { x: 0, y: 0, width, height: width < 1000 ? 2_600 : 1_900 };
      await page.screenshot(everything ? { path, fullPage: true } : { path, fullPage: true, clip });
      if (everything && width === 1280 && colorScheme === "light")
        await page.pdf({ path: join(folder, `report-${state}.pdf`), preferCSSPageSize: true, printBackground: false });
    }
}
await browser.close();
if (everything)
  for (const state of Object.keys(reports))
    copyFileSync(join(temporary, `${state}.html`), join(folder, `report-${state}.html`));
rmSync(temporary, { recursive: true });
