// Which file may import which: main → dr/stack, regions → modules/<tier> → modules/blocks → modules/core, and what runs
// reads what was synthesized: dr, tools/<command> → terraform → regions.
const { existsSync, readdirSync } = require("node:fs");
const { join } = require("node:path");

const tiers = readdirSync(join(__dirname, "modules"))
  .filter((name) => existsSync(join(__dirname, "modules", name, "tier.ts")))
  .join("|");

/** The parts of dr/ that are synthesized; the rest is the drill. */
const recovery = "^dr/(coverage|stack|targets|target|target-rules|target-schema|recovered)[.]ts$";
const constructs = "^modules/[^/]+/tier[.]ts$|node_modules/(cdktf|constructs|@cdktf)/";

/** What loads constructs; its types may be known. */
const builders = [
  "^modules/core/(addresses|call|late|module|outputs|read-all|root)[.]ts$",
  "^regions/wiring/(database-order|live|modules|remote-states|wire-[a-z]+)[.]ts$",
  "^dr/stack[.]ts$",
].join("|");

const forbidden = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

module.exports = {
  forbidden: [
    forbidden(
      "no-cycle",
      "Files that import each other cannot be read one by one. A command that is loaded by its name is imported by nobody.",
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ["dynamic-import"] } },
    ),
    forbidden(
      "no-barrel",
      "Import from the file that declares it.",
      {},
      { path: "/index[.]ts$", pathNot: "node_modules" },
    ),
    forbidden("no-barrel-file", "No index files: import from the file that declares it.", { path: "/index[.]ts$" }, {}),
    forbidden(
      "core-knows-nobody",
      "modules/core is the framework; it knows no tier.",
      { path: "^modules/core/" },
      { path: "^(main[.]ts|modules|regions|terraform|dr|tools|__tests__)", pathNot: "^modules/core/" },
    ),
    forbidden(
      "modules-stand-alone",
      "A module knows nothing of where it runs.",
      { path: "^modules/" },
      { path: "^(main[.]ts|regions/|terraform/|dr/|tools/|__tests__/)" },
    ),
    forbidden(
      "tier-by-contract",
      "A tier knows another one by its contract only.",
      { path: `^modules/(${tiers})/` },
      { path: `^modules/(${tiers})/`, pathNot: ["^modules/$1/", "/contract[.]ts$"] },
    ),
    forbidden(
      "block-below-tiers",
      "A building block knows tiers by their contracts only.",
      { path: "^modules/blocks/" },
      { path: `^modules/(${tiers})/`, pathNot: "/contract[.]ts$" },
    ),
    forbidden(
      "regions-by-contract-and-tier",
      "Regions use a tier and its contract, not what it is made of.",
      { path: "^regions/|^main[.]ts$|^terraform/|^dr/|^tools/" },
      { path: `^modules/(${tiers}|blocks)/`, pathNot: "/(contract|tier)[.]ts$" },
    ),
    forbidden(
      "regions-above-modules-only",
      "Regions are data and wiring; what runs Terraform, recovery and tools are above them.",
      { path: "^regions/" },
      { path: "^(main[.]ts|terraform/|dr/|tools/|__tests__/)" },
    ),
    forbidden(
      "regions-hold-data",
      "At the root of regions/ is what a person edits, and nothing that checks across regions or builds.",
      { path: "^regions/[^/]+[.]ts$" },
      { path: "^regions/(rules|wiring)/" },
    ),
    forbidden(
      "terraform-is-the-floor",
      "Drill, recovery and every command stand on terraform/; it knows none of them.",
      { path: "^terraform/" },
      { path: "^(main[.]ts|dr/|tools/|__tests__/)" },
    ),
    forbidden(
      "tools-know-no-drill",
      "A command may ask AWS what there is, as the drill does, and knows the targets. Only the list of commands starts it, and the docs list its steps.",
      { path: "^tools/", pathNot: "^tools/(docs/step-list|shop/commands)[.]ts$" },
      { path: "^dr/", pathNot: "^dr/(inventory/|(targets|target-schema)[.]ts$)" },
    ),
    forbidden(
      "recovery-knows-no-drill",
      "What is synthesized for a recovery knows neither the drill nor the tools.",
      { path: recovery },
      { path: "^(main[.]ts|terraform/|dr/|tools/|__tests__/)", pathNot: recovery },
    ),
    forbidden(
      "tools-read-what-was-written",
      "Tools and the drill read JSON, plans and states, not constructs.",
      { path: "^(terraform|tools|dr)/", pathNot: recovery },
      { path: constructs },
    ),
    forbidden(
      "tools-load-no-builder",
      "What builds constructs brings cdktf along: half a second, for nothing that a tool needs.",
      { path: "^(terraform|tools|dr)/", pathNot: recovery },
      { path: builders, dependencyTypesNot: ["type-only"] },
    ),
    forbidden(
      "every-file-is-used",
      "No root and no command leads to this file. Name it in the list that it belongs to (all.ts, readers.ts, tiers.ts), or delete it.",
      { path: "^main[.]ts$|/cli[.]ts$|/function/index[.]mjs$" },
      // The tests alone ask checkov.
      {
        path: "^(modules|regions|terraform|dr|tools)/.*[.]ts$",
        pathNot: "/cli[.]ts$|^tools/checkov/",
        reachable: false,
      },
    ),
    forbidden(
      "resolvable",
      "Every import leads somewhere. Two packages have types only, under @types.",
      {},
      { couldNotResolve: true, pathNot: "^(mdast|sarif)$" },
    ),
    forbidden(
      "declared",
      "package.json names every package that is imported.",
      {},
      { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: [".ts", ".mjs", ".js", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
    },
  },
};
