import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { projectRoot } from "../../terraform/project-root";
import { type Diagnostic, init, validate } from "./terraform";

/** What Terraform says of roots, and of the modules that they call, by the file that it speaks of. */
export class Findings {
  constructor(private readonly found: readonly (Diagnostic & { readonly file: string })[]) {}

  /** What is said of files in a folder. */
  in(folder: string): readonly Diagnostic[] {
    return this.found.filter(({ file }) => file.startsWith(`${folder}/`));
  }
}

/**
 * Validates many roots at once, each called as a module: a Terraform for each would read the provider's schema as often.
 *
 * Terraform warns that a backend means nothing in a module; that alone is left out.
 */
export async function validateRoots(folders: readonly string[]): Promise<Findings> {
  const caller = mkdtempSync(join(tmpdir(), "validate-"));
  try {
    const module = Object.fromEntries(
      folders.map((root, index) => [`root-${index}`, { source: relative(caller, root) }]),
    );
    writeFileSync(join(caller, "main.tf.json"), JSON.stringify({ module }));
    copyFileSync(join(projectRoot, ".terraform.lock.hcl"), join(caller, ".terraform.lock.hcl"));
    await init(caller);
    const said = (await validate(caller)).filter(({ summary }) => summary !== "Backend configuration ignored");
    return new Findings(
      said.map((one) => {
        if (!one.range) throw new Error(`Terraform does not say where: ${JSON.stringify(one)}`);
        return { ...one, file: resolve(caller, one.range.filename) };
      }),
    );
  } finally {
    rmSync(caller, { recursive: true, force: true });
  }
}
