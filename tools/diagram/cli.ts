import { join, relative, resolve } from "node:path";
import { Option } from "commander";
import { UserError } from "../../modules/core/user-error";
import { environments } from "../../regions/environments";
import { command } from "../../terraform/process/command";
import { commitOf } from "../../terraform/process/git";
import { projectRoot } from "../../terraform/project-root";
import { synthOf } from "../affected/base";
import { currentSynth } from "../current-synth";
import { findEnvironment } from "../find-environment";
import { changesBetween, noChanges } from "./estate/changes";
import { type Estate, readEstate } from "./estate/estate";
import { fileNames, picturesOf, type View, views, writePictures } from "./pictures";
import { changesOf, diagramResult, diagramText, typesOf } from "./result";

interface Options {
  readonly view?: View;
  readonly out?: string;
  readonly diff?: string;
  readonly verbose?: boolean;
}

export const diagram = command({
  name: "diagram",
  about: "Draws the platform from its synthesized files, as SVG and PNG, light and dark.",
  details:
    "It needs no account and no plan. What it draws are the resources of the synthesized files; the numbers are those of the README's table of components. In the SVG, each element leads to the file that makes it.",
  options: (program) =>
    program
      .argument("[environment]", "only this environment (default: all of them)")
      .addOption(new Option("--view <view>", "only this view").choices(views))
      .option("--out <folder>", "output folder (default: dist/diagrams)")
      .option("--diff <ref>", "show what changed since a commit, branch or tag, in colour and in words")
      .option("--verbose", "list what is drawn, grouped and left out, by type of resource, with the reason"),
  examples: [
    ["diagram", "every environment, into dist/diagrams"],
    ["diagram prod --view region", "only the regions of prod"],
    ["diagram prod --diff main", "prod with what this branch changes"],
    ["diagram --dry-run --verbose", "which types of resources are drawn, and which are not"],
  ],
  exitCodes: { 1: "a type of resource is synthesized that tools/diagram/kinds does not know; it is in no picture" },
  dryRun: "write nothing; list the files",
  interrupted: "stopping",
  result: diagramResult,
  text: diagramText,
  run: async (options: Options & { dryRun?: boolean }, { args, signal, warn, show }) => {
    const [name] = args;
    const { view, diff, dryRun = false } = options;
    const wanted = name === undefined ? environments : [findEnvironment(name)];
    const folder = resolve(options.out ?? join(projectRoot, "dist/diagrams"));
    const commit = diff === undefined ? undefined : await commitNamed(diff, signal);
    const before = commit === undefined ? undefined : await synthOf(commit, signal);
    const after = await currentSynth();
    const changes = before === undefined ? noChanges : changesBetween({ folder: before, ref: diff ?? "" }, after);
    const estates = wanted.map((environment) => readEstate(after, environment.name, changes));
    const files = await Promise.all(estates.map((estate) => draw(estate, { folder, view, dryRun })));
    const types = typesOf(estates);
    const undecided = types.filter(({ is }) => is === "undecided").map(({ type }) => type);
    if (undecided.length > 0)
      warn(`No picture shows ${undecided.join(", ")}: decide in tools/diagram/kinds/decisions.ts.`);
    show({
      files: files.flat().map((file) => relative(process.cwd(), file)),
      since: commit ?? null,
      changes: estates.flatMap(changesOf),
      types,
    });
    return undecided.length > 0 ? 1 : 0;
  },
});

async function commitNamed(ref: string, signal: AbortSignal): Promise<string> {
  const commit = await commitOf(projectRoot, ref, { signal });
  if (commit === undefined)
    throw new UserError(`--diff: "${ref}" is not a commit, branch or tag of this repository. git log lists commits.`);
  return commit;
}

interface Drawing {
  readonly folder: string;
  readonly view: View | undefined;
  readonly dryRun: boolean;
}

/** Writes the pictures of an environment into a folder of its own, unless it is only to tell which; gives their paths. */
async function draw(estate: Estate, { folder, view, dryRun }: Drawing): Promise<string[]> {
  const its = join(folder, estate.environment);
  const pictures = picturesOf(estate, view === undefined ? views : [view]);
  if (dryRun) return pictures.flatMap(({ name }) => fileNames(name)).map((file) => join(its, file));
  return writePictures(pictures, its);
}
