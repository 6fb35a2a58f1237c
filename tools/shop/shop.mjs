// Starts one command of the project: sets up what it needs and is missing, builds it where a source changed, runs it.
// Help is printed from docs/help, so that asking for it does nothing else, in a fresh clone too.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "../setup/launch.mjs";
import { UserError } from "../setup/user-error.mjs";
import { didYouMean } from "./nearest.mjs";
import { checkOptions } from "./options.mjs";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const commands = JSON.parse(readFileSync(join(root, "tools/shop/commands.json"), "utf8"));

function start([name, ...args]) {
  if (name === undefined) throw new UserError(`a command is missing.\n\n${help("shop")}`);
  if (isHelp(name)) return print(help(args.find((arg) => !isHelp(arg))));
  if (name.startsWith("-"))
    throw new UserError(`${name}: options come after the command. ./shop --help lists the commands.`);
  check(name);
  const own = args.includes("--") ? args.slice(0, args.indexOf("--")) : args;
  if (own.some((arg) => arg === "--help" || arg === "-h")) return print(help(name));
  checkOptions(name, args, { page: help(name), environment: process.env });
  if (name === "setup" && args.includes("--dry-run")) return listMissing(args.includes("--json"));
  return { needs: needsOf(name, own), entry: "tools/shop/cli.ts", args: [name, ...args] };
}

/** With some options, a command needs less than without. */
function needsOf(name, args) {
  const { needs, needsWith = {} } = commands[name];
  const option = Object.keys(needsWith).find((one) => args.some((arg) => arg === one || arg.startsWith(`${one}=`)));
  return option === undefined ? needs : needsWith[option];
}

/** Every other command is set up for before it runs; this one would be, too. */
async function listMissing(asJson) {
  const { toSetUp } = await import("../setup/set-up.mjs");
  const missing = await toSetUp({ root, env: process.env, needs: commands.setup.needs });
  const lines = missing.map((title) => `would install: ${title}`);
  const text = lines.length > 0 ? lines.join("\n") : "nothing is missing";
  print(`${asJson ? JSON.stringify({ missing }, null, 2) : text}\n`);
}

const isHelp = (arg) => ["help", "--help", "-h"].includes(arg);

function help(name = "shop") {
  if (name !== "shop") check(name);
  return readFileSync(join(root, `docs/help/${name}.txt`), "utf8");
}

function print(text) {
  process.stdout.write(text);
}

function check(name) {
  if (Object.hasOwn(commands, name)) return;
  const near = didYouMean(name, Object.keys(commands));
  throw new UserError(`"${name}" is not a command.${near} ./shop --help lists the commands.`);
}

await launch(() => start(process.argv.slice(2)));
