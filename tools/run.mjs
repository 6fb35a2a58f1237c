// Sets the project up where something is missing, builds an entry where a source changed, and runs it:
//   node tools/run.mjs [--needs node|all|checks] [ENTRY.ts [args…]]
// Depends on nothing but Node.js; what needs a recent one is loaded after its version has been checked.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { checkNode } from "./setup/version.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);

process.on("uncaughtException", fail);
try {
  checkNode(process.versions.node, "20.12");
  await main(process.argv.slice(2));
} catch (error) {
  fail(error);
}

async function main(args) {
  const { explain, UserError } = await import("./setup/user-error.mjs");
  const needs = args[0] === "--needs" ? args.splice(0, 2)[1] : "all";
  if (!["node", "all", "checks"].includes(needs))
    throw new UserError(`--needs: "${needs}" is none of "node", "all" and "checks".`);
  const [entry, ...rest] = args;
  if (entry?.startsWith("-"))
    throw new UserError(
      `${entry}: unknown option. Use: node tools/run.mjs [--needs node|all|checks] [ENTRY.ts [args…]]`,
    );
  let file;
  try {
    const { setUp } = await import("./setup/set-up.mjs");
    const ready = await setUp({ root, env: process.env, needs });
    if (!entry) return console.log(ready);
    const { bundle } = await import("./setup/bundle.mjs");
    file = bundle(root, entry);
  } catch (error) {
    throw explain(error);
  }
  await start(file, entry, rest);
}

async function start(file, entry, rest) {
  const { existsSync } = await import("node:fs");
  const cliConfig = join(root, ".cache/terraform.rc");
  if (existsSync(cliConfig)) process.env.TF_CLI_CONFIG_FILE = cliConfig;
  process.env.CHECKPOINT_DISABLE = "1";
  process.argv = [process.argv[0], join(root, entry), ...rest];
  if (file.endsWith(".cjs")) return startCommonJs(file);
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(file).href);
}

/** cdktf takes a stack for each token, which Node.js would map each time: a quarter of a second more for nothing. */
async function startCommonJs(file) {
  try {
    require(file);
  } catch (error) {
    const { mappedStack } = await import("./setup/mapped-stack.mjs");
    if (error instanceof Error) error.stack = mappedStack(error, file, root);
    throw error;
  }
}

function fail(error) {
  const expected = error?.name === "UserError";
  process.stderr.write(expected ? `error: ${error.message}\n` : `${error?.stack ?? error}\n`);
  process.exit(expected ? 2 : 1);
}
