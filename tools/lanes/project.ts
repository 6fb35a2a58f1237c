import { copyFileSync, cpSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { buildSync } from "esbuild";
import { makeFolder } from "../../terraform/make-folder";
import { runChild } from "../../terraform/process/child";
import { childEnvironment } from "../../terraform/process/environments";
import { projectRoot } from "../../terraform/project-root";
import { lanesFolder } from "./lanes";

/** What is synthesized, and what types are checked with. */
const sources = ["main.ts", "modules", "regions", "dr", "terraform", ".terraform.lock.hcl"];

/** A lane's copy of the project: the sources as they are, beside other packages. */
export class LaneProject {
  readonly folder: string;

  constructor(
    private readonly lane: string,
    private readonly signal: AbortSignal,
  ) {
    this.folder = join(projectRoot, ".cache/lanes", lane);
  }

  /** Installs the lane's packages as its lock file says; nothing when they are there. */
  async install(): Promise<void> {
    const [lock, stamp] = [join(lanesFolder, this.lane, "package-lock.json"), join(this.folder, "node_modules/.lane")];
    const wanted = readFileSync(lock, "utf8");
    if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
    makeFolder(this.folder);
    for (const file of ["package.json", "package-lock.json"])
      copyFileSync(join(lanesFolder, this.lane, file), join(this.folder, file));
    await this.run("npm", ["ci", "--no-workspaces", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
    this.linkCore();
    writeFileSync(stamp, wanted);
  }

  /** cdktn's provider asks for its core by that name, the sources by cdktf's; two copies would be two cores. */
  private linkCore(): void {
    const [core, link] = ["cdktn", "cdktf"].map((name) => join(this.folder, "node_modules", name)) as [string, string];
    if (existsSync(core)) symlinkSync("cdktn", link);
  }

  copySources(): void {
    for (const source of sources) {
      rmSync(join(this.folder, source), { recursive: true, force: true });
      cpSync(join(projectRoot, source), join(this.folder, source), { recursive: true });
    }
    writeFileSync(
      join(this.folder, "tsconfig.json"),
      JSON.stringify({ extends: "../../../tsconfig.json", compilerOptions: { types: ["node"] }, include: ["main.ts"] }),
    );
  }

  async checkTypes(): Promise<void> {
    await this.run(process.execPath, [join(projectRoot, "node_modules/typescript/bin/tsc"), "-p", "."]);
  }

  /** Synthesizes into a folder of the lane, and names it. */
  async synth(): Promise<string> {
    const out = join(this.folder, "cdktf.out");
    buildSync({
      absWorkingDir: this.folder,
      entryPoints: ["main.ts"],
      outfile: join(this.folder, "main.cjs"),
      bundle: true,
      platform: "node",
      target: "node20",
      format: "cjs",
      logLevel: "silent",
    });
    rmSync(out, { recursive: true, force: true });
    await this.run(process.execPath, ["main.cjs"], { CDKTF_OUTDIR: out });
    return out;
  }

  private async run(
    program: string,
    args: readonly string[],
    more: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const own = childEnvironment({ CHECKPOINT_DISABLE: "1", ...more });
    // npm stands beside the Node.js that runs this, if nowhere else.
    const environment = { ...own, PATH: `${own.PATH ?? ""}:${dirname(process.execPath)}` };
    await runChild(program, args, { cwd: this.folder, environment, signal: this.signal });
  }
}
