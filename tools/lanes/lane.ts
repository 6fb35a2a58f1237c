import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { environments } from "../../regions/environments";
import { makeFolder } from "../../terraform/make-folder";
import { projectRoot } from "../../terraform/project-root";
import { goldens } from "../update/goldens";
import { differences, type Files, providerOf } from "./differences";
import { LaneProject } from "./project";

const kept = join(projectRoot, "__tests__/golden");

interface Watched {
  readonly signal: AbortSignal;
  say(doing: string): void;
}

/** Synthesizes a lane, and says in lines how it differs from the golden files; `equal` when it does not. */
export async function compareLane(lane: string, { signal, say }: Watched) {
  const project = new LaneProject(lane, signal);
  say("packages from its lock file");
  await project.install();
  project.copySources();
  say("types");
  await project.checkTypes();
  say("synth");
  const made = goldens(await project.synth(), environments[0]?.name ?? "");
  const folder = join(project.folder, "golden");
  write(folder, made);

  const different = differences(read(kept), made);
  const modules = [...made.keys()].filter((path) => path.startsWith("modules/"));
  const roots = [...made.keys()].filter((path) => path.startsWith("roots/"));
  const providers = [...new Set(roots.map((path) => providerOf(made.get(path) ?? "")))];
  const lines =
    different.length > 0
      ? different.map((path) => `differs: git diff --no-index ${[kept, folder].map((at) => shown(at, path)).join(" ")}`)
      : [
          `${modules.length} modules are byte for byte what the golden files hold.`,
          `${roots.length} roots are, but for their AWS provider, ${providers.join(", ")}.`,
        ];
  return { equal: different.length === 0, lines };
}

const shown = (folder: string, path: string): string => relative(projectRoot, join(folder, path));

function read(from: string): Files {
  const paths = readdirSync(from, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".tf.json"));
  return new Map(paths.map((path) => [path, readFileSync(join(from, path), "utf8")]));
}

function write(to: string, files: Files): void {
  rmSync(to, { recursive: true, force: true });
  for (const [path, text] of files) {
    makeFolder(dirname(join(to, path)));
    writeFileSync(join(to, path), text);
  }
}
