import chromium from "@sparticuz/chromium";
import { type Browser, chromium as playwright } from "playwright-core";

/** Starts the Chromium that comes as a package: nothing else is to be installed, but it runs on Linux only. */
export const startBrowser = async (): Promise<Browser> =>
  playwright.launch({ args: ["--no-sandbox"], executablePath: await chromium.executablePath() });
