import { existsSync } from "node:fs";
import { join } from "node:path";
import { Option } from "commander";
import { z } from "zod";
import { UserError } from "../../modules/core/user-error";
import { filesIn } from "../../terraform/files-in";
import { command } from "../../terraform/process/command";
import { projectRoot } from "../../terraform/project-root";
import { type KeptCall, readCalls } from "../gate/kept-calls";
import { jsonFile } from "../json-file";
import { alternativesFolder, neededFile, readNeeded, writeNeeded } from "./file";
import { said } from "./need";
import { alsoNeededBy, type Needed, neededBy } from "./needed";
import { workers } from "./workflow";

const lastDrill = "drill-report/latest";
const report = z.object({ verdict: z.string(), aws: z.object({ kind: z.string() }) });

interface Options {
  readonly drill: string;
  readonly add?: boolean;
  readonly dryRun?: boolean;
}

const result = z.object({
  file: z.string(),
  needs: z.array(z.object({ of: z.enum(workers), count: z.int() })),
  added: z.array(z.string()),
  removed: z.array(z.string()),
});

export const roleNeeds = command<Options, z.infer<typeof result>>({
  name: "role-needs",
  about: "Writes what each workflow's role must be allowed, by what was called.",
  details: `It reads the calls of a whole drill, and those that the tests of alternatives have left in ${alternativesFolder} (npm test -- alternatives/applied). Tests compare the roles of workflows with it.`,
  options: (program) =>
    program
      .option("--drill <folder>", "the report of a drill that passed on a local AWS", lastDrill)
      .addOption(
        new Option(
          "--add",
          "without a drill: keep what is known, and add what plans and applies called, and what the code of drills and reviews can",
        ).conflicts("drill"),
      ),
  examples: [
    ["role-needs --dry-run", "see what would change"],
    ["role-needs --add", "after a change that calls something new"],
    ["role-needs --drill drill-report/dr-261129060000-k7qd", "by a drill that was not the last one"],
  ],
  dryRun: "say what would change, and write nothing",
  result,
  text: ({ file, needs, added, removed }) =>
    [
      ...added.map((one) => `+ ${one}`),
      ...removed.map((one) => `- ${one}`),
      `${file}: ${needs.map(({ of, count }) => `${count} of ${of}`).join(", ")}`,
    ].join("\n"),
  run: async ({ drill, add, dryRun }, { show }) => {
    const alternatives = ofAlternatives();
    if (!add && alternatives.length === 0)
      throw new UserError(`${alternativesFolder} has no calls. Run \`npm test -- alternatives/applied\` first.`);
    const needs = await (add
      ? alsoNeededBy(readNeeded(), alternatives)
      : neededBy({ drill: wholeDrill(drill), alternatives }));
    const lines = (all: readonly Needed[]) => all.map(({ by, ...need }) => `${said(need)} (${by.join(", ")})`);
    const [before, now] = [existsSync(join(projectRoot, neededFile)) ? readNeeded() : [], needs].map(lines);
    if (!dryRun) writeNeeded(needs);
    show({
      file: neededFile,
      needs: workers.map((of) => ({ of, count: needs.filter(({ by }) => by.includes(of)).length })),
      added: now?.filter((line) => !before?.includes(line)) ?? [],
      removed: before?.filter((line) => !now?.includes(line)) ?? [],
    });
    return 0;
  },
});

/** Throws unless the report says that the drill made everything, on a local AWS, and came to its end. */
function wholeDrill(folder: string): KeptCall[] {
  const file = join(folder, "report.json");
  const { verdict, aws } = report.parse(
    jsonFile("--drill", file, ". Run `npm run drill`, or name the folder of another report."),
  );
  if (verdict !== "passed" || aws.kind !== "local")
    throw new UserError(`${file}: ${verdict}, in ${aws.kind} AWS. It takes a drill that passed on a local AWS.`);
  return readCalls(join(folder, "calls.jsonl"));
}

function ofAlternatives(): KeptCall[] {
  const folder = join(projectRoot, alternativesFolder);
  return filesIn(folder).flatMap((file) => readCalls(join(folder, file)));
}
