import { z } from "zod";
import { command } from "../../terraform/process/command";
import { withSynth } from "../../terraform/synth";
import { bringUpToDate, generated, stale } from "./generated";

const path = z.string().describe("Path in the project.");

export const update = command({
  name: "update",
  about: "Regenerates what is generated, such as golden files and help pages.",
  details: "That is: golden files, tier READMEs, tables and lists in documents, help pages, JSON schemas and pictures.",
  options: (program) => program.option("--check", "write nothing; exit with 1 if something is out of date"),
  examples: [
    ["update", "after a change; then read git diff"],
    ["update --check", "check whether it is needed, as the tests do"],
  ],
  exitCodes: { 1: "with --check: something is out of date" },
  dryRun: "write nothing; list what would be written and removed",
  result: z.object({
    written: z.array(path).describe("Files whose content changed, or would."),
    removed: z.array(path).describe("Files of what is gone."),
    files: z.int().describe("How many files are generated in all."),
  }),
  text: ({ written, removed, files }) =>
    written.length + removed.length === 0
      ? `All ${files} generated files are up to date.`
      : [...written.map((file) => `written  ${file}`), ...removed.map((file) => `removed  ${file}`)].join("\n"),
  run: async ({ check = false, dryRun = false }: { check?: boolean; dryRun?: boolean }, { say, show }) => {
    const files = await withSynth(generated);
    const { write, remove } = stale(files);
    if (!check && !dryRun) bringUpToDate(files, { write, remove });
    else if (write.length + remove.length > 0) say("not up to date, ./shop update would change:");
    show({ written: [...write], removed: [...remove], files: files.size });
    return check && write.length + remove.length > 0 ? 1 : 0;
  },
});
