import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { projectRoot } from "../../../../terraform/project-root";
import { comment } from "../../../../tools/review/comment/comment";
import { startBrowser } from "../../../support/browser";
import { reviewed } from "../comment/reviewed";
import { firstDeploy } from "./first-deploy";
import { page } from "./page";

// Takes the pictures of comments in docs/screens, or whole ones in a folder; of all states, or of those named. The first
// deploy takes minutes: all its roots are planned.
//   node tools/run.mjs __tests__/tools/review/screens/screens.ts [FOLDER|docs/screens [STATE…]]
const [given = "docs/screens", ...wanted] = process.argv.slice(2);
const folder = resolve(projectRoot, given);
const whole = given !== "docs/screens";
const states = { ...reviewed, "first-deploy": firstDeploy };
const temporary = mkdtempSync(join(tmpdir(), "screens-"));
mkdirSync(folder, { recursive: true });
const browser = await startBrowser();
const tab = await browser.newPage();
for (const [state, make] of Object.entries(states)) {
  if (wanted.length > 0 && !wanted.includes(state)) continue;
  const file = join(temporary, `${state}.html`);
  writeFileSync(file, page(comment(await make())));
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
