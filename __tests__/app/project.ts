import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { execa, execaSync, type Result } from "execa";
import { childEnvironment } from "../../terraform/process/environments";

/** The project itself. */
export const here = resolve(__dirname, "../..");
const example = resolve(__dirname, "../example");
const sources = [
  ...["main.ts", "package.json", "package-lock.json", "tsconfig.json", "cdktf.json", ".terraform.lock.hcl"],
  ...["modules", "regions", "terraform", "dr", "tools"],
];
const made: string[] = [];

/** A copy of what synth needs, with the regions of the example instead of one's own, and this project's packages. */
export function copyOfProject(name: string, files: readonly string[] = sources): string {
  const root = mkdtempSync(join(tmpdir(), `${name}-`));
  made.push(root);
  for (const path of files) cpSync(join(here, path), join(root, path), { recursive: true });
  useExample(root);
  // Link by link: if npm ever cleaned this folder, it would remove links only.
  mkdirSync(join(root, "node_modules"));
  for (const name of readdirSync(join(here, "node_modules")))
    symlinkSync(join(here, "node_modules", name), join(root, "node_modules", name));
  return root;
}

/** Whatever the repository's own files say: the regions and targets of a copy are those of `__tests__/example`. */
function useExample(root: string): void {
  for (const name of readdirSync(join(root, "regions")).filter((one) => one.endsWith(".ts")))
    rmSync(join(root, "regions", name));
  for (const folder of ["regions", "dr"])
    for (const name of readdirSync(join(example, folder))) {
      const text = readFileSync(join(example, folder, name), "utf8");
      const here = text.replaceAll(`"../../../${folder}/`, '"./').replaceAll('"../../../', '"../');
      writeFileSync(join(root, folder, name), here);
    }
}

/** Removes every copy made here. */
export function removeCopies(): void {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
}

/** Synthesizes everything in a copy, as cdktf.json does but for the set-up of what synth does not need. */
export const synth = (root: string, additions: Readonly<Record<string, string>> = {}): Promise<Result> =>
  execa(process.execPath, command, { ...options(root, additions), reject: false });

/** The same into a folder, for what is made once; fails where it does not synthesize. */
export const synthSync = (root: string, out: string, additions: Readonly<Record<string, string>> = {}): void =>
  void execaSync(process.execPath, command, options(root, { ...additions, CDKTF_OUTDIR: out }));

const command = ["tools/run.mjs", "--needs", "node", "main.ts"];
const options = (root: string, additions: Readonly<Record<string, string>>) =>
  ({ cwd: root, env: childEnvironment(additions), extendEnv: false, stdin: "ignore" }) as const;
