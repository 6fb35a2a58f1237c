import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TerraformOptions, TerraformRoot } from "../../../terraform/root";
import { rootFolder } from "../../../terraform/synthesized";

const made = new Set<WorkFolder>();
const removeAll = (): void => {
  for (const folder of made) folder.remove();
};

/** A folder that nobody else may enter, in which roots of a synthesized app are run: what others read stays as it is. */
export class WorkFolder {
  readonly path: string;
  private isKept = false;

  constructor(
    private readonly out: string,
    private readonly options: TerraformOptions,
  ) {
    this.path = mkdtempSync(join(tmpdir(), "review-"));
    if (made.size === 0) process.once("exit", removeAll);
    made.add(this);
    mkdirSync(join(this.path, "stacks"));
    symlinkSync(join(out, "modules"), join(this.path, "modules"));
  }

  /** A root of the app, copied here the first time that it is asked for. */
  root(id: string): TerraformRoot {
    const folder = rootFolder(this.path, id);
    if (!existsSync(folder)) cpSync(rootFolder(this.out, id), folder, { recursive: true });
    return new TerraformRoot(folder, this.options);
  }

  /** Forgets what was done in a root: it is copied anew. */
  forget(id: string): void {
    rmSync(rootFolder(this.path, id), { recursive: true, force: true });
  }

  /** Leaves it when the work ends: something in it is nowhere else. */
  keep(): void {
    this.isKept = true;
  }

  remove(): void {
    if (!this.isKept) rmSync(this.path, { recursive: true, force: true });
  }
}
