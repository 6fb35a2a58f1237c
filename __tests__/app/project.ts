import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { execa, type Result } from "execa";
import { childEnvironment } from "../../terraform/process/environments";

const here = resolve(__dirname, "../..");
const sources = [
  ...["main.ts", "package.json", "package-lock.json", "tsconfig.json", "cdktf.json", ".terraform.lock.hcl"],
  ...["modules", "regions", "terraform", "dr", "tools"],
];
const made: string[] = [];

/** A copy of what synth needs, in a folder of its own, with this project's packages. */
export function copyOfProject(name: string): string {
  const root = mkdtempSync(join(tmpdir(), `${name}-`));
  made.push(root);
  for (const path of sources) cpSync(join(here, path), join(root, path), { recursive: true });
  // Link by link: if npm ever cleaned this folder, it would remove links only.
  mkdirSync(join(root, "node_modules"));
  for (const name of readdirSync(join(here, "node_modules")))
    symlinkSync(join(here, "node_modules", name), join(root, "node_modules", name));
  return root;
}

/** Removes every copy made here. */
export function removeCopies(): void {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
}

/** Synthesizes everything in a copy, as cdktf.json does but for the set-up of what synth does not need. */
export const synth = (root: string, additions: Readonly<Record<string, string>> = {}): Promise<Result> =>
  execa(process.execPath, ["tools/run.mjs", "--needs", "node", "main.ts"], {
    cwd: root,
    env: childEnvironment(additions),
    extendEnv: false,
    stdin: "ignore",
    reject: false,
  });
