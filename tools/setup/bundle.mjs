import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { writeWhole } from "./files.mjs";
import { fingerprint } from "./sources.mjs";
import { UserError } from "./user-error.mjs";

/** The built file of an entry, a path relative to the project; built only when a source changed. */
export function bundle(root, entry) {
  if (!existsSync(join(root, entry))) throw new UserError(`${entry}: no such file in ${root}.`);
  for (;;) {
    const sources = fingerprint(root);
    const file = join(root, ".cache/build", `${stem(entry)}.${sources}.${isCommonJs(entry) ? "cjs" : "mjs"}`);
    if (existsSync(file)) return file;
    const { code, map } = build(root, entry, file);
    // A source that was saved meanwhile may or may not be in it.
    if (fingerprint(root) !== sources) continue;
    writeWhole(`${file}.map`, map);
    writeWhole(file, code);
    removeOld(root, entry, sources);
    return file;
  }
}

// `@cdktf/provider-aws/lib/vpc` is a folder, which only require() finds; cdktf itself is CommonJS as well.
const isCommonJs = (entry) => entry === "main.ts";
const stem = (entry) => entry.replace(/\.ts$/, "").replaceAll("/", "-");

function build(root, entry, file) {
  // Loaded only here: it costs more than all the rest of a run that has nothing to build.
  const esbuild = createRequire(join(root, "package.json"))("esbuild");
  try {
    const { outputFiles } = esbuild.buildSync({
      absWorkingDir: root,
      entryPoints: [entry],
      outfile: file,
      bundle: true,
      // One file instead of 600 takes half a second of CPU less, in every synth.
      packages: isCommonJs(entry) ? "bundle" : "external",
      platform: "node",
      target: "node20",
      format: isCommonJs(entry) ? "cjs" : "esm",
      sourcemap: "linked",
      sourcesContent: false,
      write: false,
      logLevel: "silent",
    });
    const [map, code] = outputFiles.map(({ contents }) => contents);
    return { code, map };
  } catch (error) {
    if (!error.errors) throw error;
    const lines = error.errors.map(({ text, location: at }) =>
      at ? `${at.file}:${at.line}:${at.column + 1}: ${text}` : text,
    );
    throw new UserError(`${entry} does not build:\n  ${lines.join("\n  ")}`);
  }
}

/** Removes earlier builds, but for the youngest, which another process may be about to load. */
function removeOld(root, entry, sources) {
  const folder = join(root, ".cache/build");
  for (const name of readdirSync(folder)) {
    const [start, hash] = name.split(".");
    if (start !== stem(entry) || hash === sources) continue;
    const age = Date.now() - (statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age > 60_000) rmSync(join(folder, name), { force: true });
  }
}
