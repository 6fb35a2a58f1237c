import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { machineError } from "../../terraform/process/machine-error.mjs";
import { checkNode } from "./version.mjs";

// What needs a recent Node.js is loaded after its version has been checked.
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const require = createRequire(import.meta.url);

/**
 * Sets the project up where something is missing, builds the entry that `choose` names where a source changed, and runs
 * it. What goes wrong ends the process: with 2 where the caller can mend it, else with 1.
 */
export async function launch(choose) {
  process.on("uncaughtException", fail);
  try {
    checkNode(process.versions.node, "20.12");
    const chosen = await choose();
    if (chosen) await run(chosen);
  } catch (error) {
    fail(error);
  }
}

async function run({ needs, entry, args }) {
  const { explain } = await import("./user-error.mjs");
  let built;
  try {
    const { setUp } = await import("./set-up.mjs");
    const ready = await setUp({ root, env: process.env, needs });
    if (!entry) return console.log(ready);
    const { bundle } = await import("./bundle.mjs");
    built = bundle(root, entry);
  } catch (error) {
    throw explain(error);
  }
  await start(built, entry, args);
}

async function start(built, entry, args) {
  const { existsSync } = await import("node:fs");
  const cliConfig = join(root, ".cache/terraform.rc");
  if (existsSync(cliConfig)) process.env.TF_CLI_CONFIG_FILE = cliConfig;
  process.env.CHECKPOINT_DISABLE = "1";
  process.argv = [process.argv[0], join(root, entry), ...args];
  if (built.endsWith(".cjs")) return startCommonJs(built);
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(built).href);
}

/** cdktf takes a stack for each token, which Node.js would map each time: a quarter of a second more for nothing. */
async function startCommonJs(built) {
  try {
    require(built);
  } catch (error) {
    const { mappedStack } = await import("./mapped-stack.mjs");
    if (error instanceof Error) error.stack = mappedStack(error, built, root);
    throw error;
  }
}

function fail(error) {
  const expected = error?.name === "UserError" ? error.message : machineError(error);
  process.stderr.write(expected === undefined ? `${error?.stack ?? error}\n` : `error: ${expected}\n`);
  process.exit(expected === undefined ? 1 : 2);
}
