import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa, execaSync, type Result } from "execa";
import { checksEnvironment, childEnvironment } from "../../terraform/process/environments";
import { copyOfProject, here } from "./project";
import { addSecondRegion } from "./second-region";

/** What the adopter answers. */
const answers = [
  ...["prod=444455556666", "staging=777788889999", "dev=123456789012"].flatMap((one) => ["--account", one]),
  ...["--domain", "shop.acme.io", "--domain", "dev=acme-dev.net"],
  ...["--repository", "acme/shop", "--on-call", "ops@acme.io"],
];

/**
 * The whole project as somebody adopts it, in a repository of its own: other accounts, domains, repository and address,
 * a second live region with its target, and what is generated brought up to date.
 *
 * It uses packages and tools of this project, unless it is to set up its own as a clone does.
 */
export async function adopted({ setUp }: { readonly setUp: boolean }): Promise<string> {
  const root = copyOfProject("adopted", tracked());
  if (setUp)
    rmSync(join(root, "node_modules"), { recursive: true }); // links, each of them
  else lendTools(root);
  // The example's imports are in the order of its own place.
  execaSync(join(here, "node_modules/.bin/biome"), ["check", "--write", "regions", "dr/targets.ts"], { cwd: root });
  git(root, "init", "--quiet");
  commit(root, "As it is shipped");
  await shop(root, "init", ...answers, "--yes");
  addSecondRegion(root);
  await shop(root, "update");
  commit(root, "Adopt it");
  return root;
}

function lendTools(root: string): void {
  for (const part of ["toolchain.json", "terraform.rc", "terraform-versions.json"])
    cpSync(join(here, ".cache", part), join(root, ".cache", part));
  for (const part of ["checkers", "venv"]) lendVenv(join(here, ".cache", part), join(root, ".cache", part));
}

/** Entry by entry, with a stamp of its own: one that names another folder would be installed anew. */
function lendVenv(own: string, lent: string): void {
  mkdirSync(lent);
  for (const name of readdirSync(own)) symlinkSync(join(own, name), join(lent, name));
  rmSync(join(lent, "setup.stamp"));
  writeFileSync(join(lent, "setup.stamp"), readFileSync(join(own, "setup.stamp"), "utf8").replace(own, lent));
}

/** Every file that git has or would have. */
const tracked = (): string[] =>
  execaSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: here,
    env: childEnvironment(),
    extendEnv: false,
  })
    .stdout.split("\0")
    .filter(Boolean);

/** A command of the copy. */
export const shop = (root: string, ...args: readonly string[]): Promise<Result> =>
  execa(process.execPath, ["shop", ...args], {
    cwd: root,
    env: childEnvironment(),
    extendEnv: false,
    stdin: "ignore",
    all: true,
  });

/** Every test of the copy, or those whose path matches a pattern, as people run them. What they print, it prints. */
export const everyTest = (root: string, patterns: readonly string[]): Promise<Result> =>
  execa(process.execPath, ["shop", "test", ...patterns], {
    cwd: root,
    env: childEnvironment(),
    extendEnv: false,
    stdin: "ignore",
    stdout: ["inherit", "pipe"],
    stderr: ["inherit", "pipe"],
    reject: false,
  });

/** The tests that read the region files, their targets or what is synthesized of them: those that import them. */
export function testsOfRegions(root: string): Promise<Result> {
  const read = ["regions/environments.ts", "dr/targets.ts", "__tests__/support/synthesized.ts"];
  // In one process: jest's workers would take the place of the packages for the project.
  const args = ["--runInBand", "--silent", "--findRelatedTests", ...read, "--testPathIgnorePatterns", ...atNight];
  return execa(join(root, "node_modules/.bin/jest"), args, {
    cwd: root,
    env: checksEnvironment(),
    extendEnv: false,
    stdin: "ignore",
    all: true,
    reject: false,
  });
}

/** Of these, the ones that run Terraform, a browser or commands for long: `./shop test --adopted` runs all. */
const atNight = [
  "app/cdktf",
  "app/two-live-regions",
  "dr/account",
  "dr/history",
  "dr/preflight",
  "dr/report",
  "dr/steps",
  "terraform/roots",
  "tools/affected",
  "tools/commands",
  "tools/cost/complete",
  "tools/diagram/alternatives",
  "tools/diagram/changes",
  "tools/review",
  "tools/shop",
  "workflows",
];

function commit(root: string, message: string): void {
  git(root, "add", "--all");
  git(root, "-c", "user.name=Acme", "-c", "user.email=ops@acme.io", "commit", "--quiet", "--message", message);
}

const git = (cwd: string, ...args: string[]): void =>
  void execaSync("git", args, { cwd, env: childEnvironment(), extendEnv: false });
