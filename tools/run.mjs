// Sets the project up where something is missing, builds an entry where a source changed, and runs it:
//   node tools/run.mjs [--needs node|packages|all|checks] [ENTRY.ts [args…]]
// Depends on nothing but Node.js.
import { launch } from "./setup/launch.mjs";
import { UserError } from "./setup/user-error.mjs";

await launch(() => parse(process.argv.slice(2)));

function parse(args) {
  const needs = args[0] === "--needs" ? args.splice(0, 2)[1] : "all";
  if (!["node", "packages", "all", "checks"].includes(needs))
    throw new UserError(`--needs: "${needs}" is none of "node", "packages", "all" and "checks".`);
  const [entry, ...rest] = args;
  if (entry?.startsWith("-"))
    throw new UserError(
      `${entry}: unknown option. Use: node tools/run.mjs [--needs node|packages|all|checks] [ENTRY.ts [args…]]`,
    );
  return { needs, entry, args: rest };
}
