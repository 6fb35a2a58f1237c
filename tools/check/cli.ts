import { z } from "zod";
import { command } from "../../terraform/process/command";
import { tests } from "./jest";
import { program, typeChecker } from "./program";
import { runParts } from "./run-parts";

const sources = ["main.ts", "modules", "regions", "terraform", "dr", "tools"];

export const test = command({
  name: "test",
  about: "Checks types, lint and dependency rules, and runs all tests.",
  options: (program) =>
    program
      .argument("[patterns...]", "only test files whose path matches one of these")
      .option("--adopted", "in a copy of the project with other accounts, domains and regions")
      .option("--swaps", "only: each swap of what a live service runs on, on a local AWS; takes a quarter of an hour")
      .option("--twice", "only: what leaves names taken in AWS, made and destroyed twice; takes some minutes"),
  examples: [
    ["test", "everything"],
    ["test network", 'only tests whose path contains "network"'],
    ["test --adopted", "everything, in an adopted copy with packages of its own; takes twice as long"],
  ],
  exitCodes: { 0: "everything passed", 1: "something failed, or no test matches" },
  result: z.object({ passed: z.int(), failed: z.int() }),
  text: ({ passed, failed }) => `${passed} passed, ${failed} failed`,
  interrupted: "what is under way ends in its own way",
  run: async (
    { adopted, swaps, twice }: { adopted?: boolean; swaps?: boolean; twice?: boolean },
    { args: patterns, signal, progress, say, show },
  ) => {
    // Whoever gives a pattern wants to know about those tests, and soon.
    const statics =
      patterns.length > 0
        ? []
        : [
            program("types", [typeChecker, "-p", "."], signal),
            program("lint", ["biome", "check", "--error-on-warnings"], signal),
            program("dependency arrows", ["depcruise", "--config", ".dependency-cruiser.cjs", ...sources], signal),
          ];
    const others = [
      ...(adopted ? [tests(["app/adopted"], signal, { ADOPTED_TESTS: JSON.stringify(patterns) })] : []),
      ...(swaps ? [tests(["alternatives/swaps"], signal, { SWAPS: "" })] : []),
      ...(twice ? [tests(["alternatives/twice"], signal, { TWICE: "" })] : []),
    ];
    const parts = others.length > 0 ? others : [...statics, tests(patterns, signal)];
    const { passed, failed } = await runParts(parts, { progress, say });
    show({ passed, failed });
    return failed === 0 ? 0 : 1;
  },
});
