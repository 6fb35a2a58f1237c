import { command } from "../../terraform/process/command";
import { tests } from "./jest";
import { program } from "./program";
import { runParts } from "./run-parts";

const sources = ["main.ts", "modules", "regions", "terraform", "dr", "tools"];

await command({
  name: "test",
  about: "Checks types, lint, dependency arrows and every test.",
  options: (test) => test.argument("[patterns...]", "only the tests in files whose path matches one of these"),
  interrupted: "what is under way ends in its own way",
  run: async (_, { args: patterns, signal, say, show }) => {
    // Whoever gives a pattern wants to know about those tests, and soon.
    const statics =
      patterns.length > 0
        ? []
        : [
            program("types", ["tsc", "-p", "."], signal),
            program("lint", ["biome", "check", "--error-on-warnings"], signal),
            program("dependency arrows", ["depcruise", "--config", ".dependency-cruiser.cjs", ...sources], signal),
          ];
    const { passed, failed } = await runParts([statics, [tests(patterns, signal)]], say);
    show(`${passed} passed, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  },
});
