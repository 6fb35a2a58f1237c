import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectRoot } from "../../../../terraform/project-root";
import { comment } from "../../../../tools/review/comment/comment";
import { startBrowser } from "../../../support/browser";
import { reviewed } from "../comment/reviewed";
import { page } from "./page";

// Takes the pictures of comments in docs/screens: node tools/run.mjs --needs packages __tests__/tools/review/screens/screens.ts [FOLDER]
const [folder = join(projectRoot, "docs/screens")] = process.argv.slice(2);
const whole = process.argv.length > 2;
const temporary = mkdtempSync(join(tmpdir(), "screens-"));
mkdirSync(folder, { recursive: true });
const browser = await startBrowser();
const tab = await browser.newPage();
for (const [state, make] of Object.entries(reviewed)) {
  const file = join(temporary, `${state}.html`);
  writeFileSync(file, page(comment(make())));
  await tab.goto(pathToFileURL(file).href);
  for (const width of [390, 980]) {
    await tab.setViewportSize({ width, height: 100 });
    const path = join(folder, `review-${state}-${width}.png`);
    const wide = await tab.locator("html").evaluate(({ scrollWidth }) => scrollWidth);
    if (wide > width) throw new Error(`${state} is ${wide} pixels wide where ${width} are there.`);
    const { height: most = 0 } = (await tab.locator("body").boundingBox()) ?? {};
    const height = Math.min(most, width < 500 ? 2_600 : 1_900);
    await tab.screenshot(
      whole ? { path, fullPage: true } : { path, fullPage: true, clip: { x: 0, y: 0, width, height } },
    );
  }
}
await browser.close();
rmSync(temporary, { recursive: true });
