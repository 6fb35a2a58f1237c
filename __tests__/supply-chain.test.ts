import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesIn } from "../terraform/files-in";
import { projectRoot } from "../terraform/project-root";
import { lanes } from "../tools/lanes/lanes";

interface Locked {
  readonly integrity?: string;
  readonly inBundle?: boolean;
  readonly link?: boolean;
}

const read = (path: string): string => readFileSync(join(projectRoot, path), "utf8");
const lockFiles = ["package-lock.json", ...lanes.map((lane) => `tools/lanes/${lane}/package-lock.json`)];

it.each(lockFiles)("%s: has the hash of every package, those of other systems included", (file) => {
  const { packages }: { packages: Record<string, Locked> } = JSON.parse(read(file));
  // What is bundled lies in the archive of the package that bundles it, whose hash is there.
  const open = Object.entries(packages).filter(([path, one]) => path && !one.integrity && !one.inBundle && !one.link);
  expect(open.map(([path]) => path)).toEqual([]);
});

it("takes Python packages by hash, and only such as run nothing when they are installed", () => {
  const setUp = read("tools/setup/virtual-environment.mjs");
  expect(setUp).toContain('const wheels = ["--only-binary", ":all:", "--require-hashes", "--no-deps"];');
  for (const [, args = ""] of setUp.matchAll(/pip\("(?:download|install)"(.*)\)/g))
    expect(args).toMatch(/\.\.\.(wheels|from)/);
});

it("looks for known vulnerabilities in every lock file, each week and with each change", () => {
  const audit = read(".github/workflows/audit.yml");
  const scanned = [...audit.matchAll(/--lockfile=(?:requirements\.txt:)?(\S+)/g)].map(([, path]) => path);
  expect(scanned.sort()).toEqual([...lockFiles, "tools/setup/checkers.txt", "tools/setup/local-aws.txt"].sort());
  expect(audit).toMatch(/^ {2}pull_request:\n/m);
  expect(audit).toMatch(/^ {4}- cron: /m);
});

it("asks an owner for changes of what holds keys: workflows, the account tier, roles, and the owners themselves", () => {
  const owned = read(".github/CODEOWNERS")
    .split("\n")
    .filter((line) => line.startsWith("/"))
    .map((line) => line.split(/\s+/));
  for (const path of ["/.github/", "/modules/account/", "/tools/gate/", "/tools/setup/", "/package-lock.json"])
    expect(owned.map(([pattern]) => pattern)).toContain(path);
  for (const [pattern, ...owners] of owned) expect({ pattern, owners }).not.toEqual({ pattern, owners: [] });
});

it("installs no provider but those of the lock file, wherever Terraform's init is run or written down", () => {
  const below = (folder: string) => filesIn(join(projectRoot, folder)).map((path) => join(folder, path));
  const files = ["README.md", "CONTRIBUTING.md", ...["docs", "dr", "modules", "terraform", "tools"].flatMap(below)];
  const calls = files
    .filter((path) => /\.(md|ts|mjs)$/.test(path))
    .flatMap((path) => [...read(path).matchAll(/^ *terraform init\b.*$|"init", "-.*$/gm)])
    .map(([call]) => call);
  expect(calls.length).toBeGreaterThan(3);
  expect(calls.filter((call) => !call.includes("-lockfile=readonly"))).toEqual([]);
});
