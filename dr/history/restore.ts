import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { UserError } from "../../modules/core/user-error";
import { makeFolder } from "../../terraform/make-folder";
import { writeWhole } from "../../terraform/write-whole";
import { pastRuns, trendLength } from "../report/history";
import { type Kept, readKept } from "../report/kept";
import { GithubArtifacts } from "./github-artifacts";

/** What the artifacts are named that have the report of a drill: this, and whatever tells those of a night apart. */
export const artifactName = "drill-report";

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Gets the verdicts of earlier runs from the artifacts of this repository's workflows, and writes those that are new
 * here, unless it is a `dryRun`. Gives the folders of the new ones, relative to `reports`.
 */
export async function restore(
  reports: string,
  { dryRun, env = process.env }: { readonly dryRun: boolean; readonly env?: Variables },
): Promise<string[]> {
  const { GITHUB_TOKEN: token, GITHUB_REPOSITORY: repository, GITHUB_REF_NAME: branch } = env;
  if (!token || !repository || !branch)
    throw new UserError(
      "--restore: GITHUB_TOKEN, GITHUB_REPOSITORY and GITHUB_REF_NAME are needed, and GitHub sets the last two in a workflow. Leave --restore out elsewhere.",
    );
  const api = env.GITHUB_API_URL ?? "https://api.github.com";
  const artifacts = new GithubArtifacts({ api, token, repository });
  const known = new Set(pastRuns(reports).runs.map(keyOf));
  const restored: string[] = [];
  for (const { archive_download_url: url } of await artifacts.named(artifactName, { branch, most: trendLength })) {
    const run = reportIn(await artifacts.download(url));
    if (!run || known.has(keyOf(run))) continue;
    known.add(keyOf(run));
    // Machines that drill side by side may give their runs one id.
    const folder = `${run.run}-${run.lost}-${run.target}`;
    restored.push(folder);
    if (dryRun) continue;
    makeFolder(join(reports, folder));
    writeWhole(join(reports, folder, "report.json"), `${JSON.stringify(run, null, 2)}\n`);
  }
  return restored;
}

const keyOf = ({ run, start, lost, target }: Kept): string => [run, start, lost, target].join(" ");

/** An artifact is as large as whoever uploaded it likes. */
const largest = 50_000_000;

/** What is kept of the report in an archive; nothing where that is none, or cannot name a folder. */
function reportIn(archive: Uint8Array): Kept | undefined {
  const filter = ({ name, originalSize }: { name: string; originalSize: number }) =>
    name === "report.json" && originalSize < largest;
  const { "report.json": file } = unzipSync(archive, { filter });
  const run = file && readKept(strFromU8(file));
  return run && [run.run, run.lost, run.target].every((name) => /^[a-z0-9-]+$/.test(name)) ? run : undefined;
}
