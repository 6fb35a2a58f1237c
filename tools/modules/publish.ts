import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { UserError } from "../../modules/core/user-error";
import { makeFolder } from "../../terraform/make-folder";
import { filesOf, type Published, publishedModules } from "../../terraform/published";
import { index, mark } from "./index-readme";
import { readme } from "./readme";

/** Writes every synthesized module of an environment to `<out>/<region>/<tier>`. What a former run wrote there is replaced as a whole. */
export function publish(synthesized: string, environment: string, out: string): Published[] {
  refuseForeign(out);
  makeFolder(dirname(out), "--out");
  const [next, last] = [beside(out, "next"), beside(out, "last")];
  try {
    const modules = publishedModules(synthesized, environment);
    for (const folder of [next, last]) rmSync(folder, { recursive: true, force: true });
    for (const module of modules) write(module, join(next, module.region, module.tier));
    writeFileSync(join(next, "README.md"), index(environment, modules));
    if (existsSync(out)) renameSync(out, last);
    renameSync(next, out);
    return modules;
  } finally {
    for (const folder of [next, last]) rmSync(folder, { recursive: true, force: true });
  }
}

function write(module: Published, folder: string): void {
  makeFolder(folder);
  for (const file of filesOf(module.folder)) copyFileSync(join(module.folder, file), join(folder, file));
  writeFileSync(join(folder, "README.md"), readme(module));
}

/** A folder with anything but modules that were published before is somebody's, and not replaced. */
export function refuseForeign(out: string): void {
  if (!existsSync(out)) return;
  const isOurs =
    statSync(out).isDirectory() &&
    (readdirSync(out).length === 0 ||
      (existsSync(join(out, "README.md")) && readFileSync(join(out, "README.md"), "utf8").startsWith(mark)));
  if (!isOurs)
    throw new UserError(
      `--out: "${out}" holds something that \`./shop modules\` did not write, and would be replaced. Name an empty or a new folder.`,
    );
}

/** On the same disk, so that a rename is enough. */
const beside = (out: string, what: string): string => join(dirname(out), `.${basename(out)}.${what}`);
