import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { fingerprint } from "./sources.mjs";
import { UserError } from "./user-error.mjs";

/** The built file of an entry, a path relative to the project; built only when a source changed. */
export function bundle(root, entry) {
  if (!existsSync(join(root, entry))) throw new UserError(`${entry}: no such file in ${root}.`);
  const also = entry.startsWith("__tests__/") ? ["__tests__"] : [];
  for (;;) {
    const sources = fingerprint(root, also);
    const folder = join(root, ".cache/build", `${stem(entry)}.${sources}`);
    const file = join(folder, `${basename(entry, ".ts")}.${isCommonJs(entry) ? "cjs" : "mjs"}`);
    if (existsSync(file)) return file;
    const outputs = build(root, entry, folder);
    // A source that was saved meanwhile may or may not be in it.
    if (fingerprint(root, also) !== sources) continue;
    place(folder, outputs);
    removeOld(root, entry, sources);
    return file;
  }
}

// `@cdktf/provider-aws/lib/vpc` is a folder, which only require() finds; cdktf itself is CommonJS as well.
const isCommonJs = (entry) => entry === "main.ts";
const stem = (entry) => entry.replace(/\.ts$/, "").replaceAll("/", "-");

function build(root, entry, folder) {
  // Loaded only here: it costs more than all the rest of a run that has nothing to build.
  const esbuild = createRequire(join(root, "package.json"))("esbuild");
  try {
    const { outputFiles } = esbuild.buildSync({
      absWorkingDir: root,
      entryPoints: [entry],
      outdir: folder,
      outExtension: { ".js": isCommonJs(entry) ? ".cjs" : ".mjs" },
      bundle: true,
      // One file instead of 600 takes half a second of CPU less, in every synth.
      packages: isCommonJs(entry) ? "bundle" : "external",
      // What is imported only when it is needed stays a file of its own, which nobody else loads.
      splitting: !isCommonJs(entry),
      platform: "node",
      target: "node20",
      format: isCommonJs(entry) ? "cjs" : "esm",
      sourcemap: "linked",
      sourcesContent: false,
      write: false,
      logLevel: "silent",
    });
    return outputFiles;
  } catch (error) {
    if (!error.errors) throw error;
    const lines = error.errors.map(({ text, location: at }) =>
      at ? `${at.file}:${at.line}:${at.column + 1}: ${text}` : text,
    );
    throw new UserError(`${entry} does not build:\n  ${lines.join("\n  ")}`);
  }
}

/** Puts a whole build in its place at once; where another process was quicker, its build is the same. */
function place(folder, outputs) {
  const beside = `${folder}.${process.pid}`;
  try {
    for (const { path, contents } of outputs) {
      const file = join(beside, relative(folder, path));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, contents);
    }
    renameSync(beside, folder);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** Removes earlier builds, but for the youngest, which another process may be about to load. */
function removeOld(root, entry, sources) {
  const folder = join(root, ".cache/build");
  for (const name of readdirSync(folder)) {
    const [start, hash] = name.split(".");
    if (start !== stem(entry) || hash === sources) continue;
    const age = Date.now() - (statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age > 60_000) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
