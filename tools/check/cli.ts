import { command } from "./command";
import { tests } from "./jest";
import { runParts } from "./run-parts";

const sources = ["main.ts", "modules", "regions", "terraform", "dr", "tools"];
const patterns = process.argv.slice(2);
const say = (line: string): unknown => process.stderr.write(`${line}\n`);

// Patterns choose tests; whoever gives one wants to know about these, and soon.
const statics =
  patterns.length > 0
    ? []
    : [
        command("types", "tsc", ["-p", "."]),
        command("lint", "biome", ["check", "--error-on-warnings"]),
        command("dependency arrows", "depcruise", ["--config", ".dependency-cruiser.cjs", ...sources]),
      ];

const { passed, failed } = await runParts([statics, [tests(patterns)]], say);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
