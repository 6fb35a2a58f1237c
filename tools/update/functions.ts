import { join } from "node:path";
import { buildSync } from "esbuild";
import { zipSync } from "fflate";
import { projectRoot } from "../../terraform/project-root";

const folder = "modules/database/preparation";

/** The archive of the function that prepares databases, as a text that modules are made with: synth bundles nothing. */
export function functions(): ReadonlyMap<string, string> {
  const archive = Buffer.from(
    // The earliest time that an archive can hold, in whatever time zone this runs.
    zipSync({ "index.js": [bundled(), { level: 9, mtime: new Date(1980, 0, 1) }] }),
  ).toString("base64");
  const text = [
    "/** The archive that Lambda runs, made of `function/index.mjs` by `./shop update`. */",
    `export const archive =\n  "${archive}";`,
    "",
  ];
  return new Map([[`${folder}/archive.ts`, text.join("\n")]]);
}

/** One file that Lambda's Node.js runs; the AWS SDK is in the runtime. */
function bundled(): Uint8Array {
  const { outputFiles } = buildSync({
    absWorkingDir: projectRoot,
    entryPoints: [join(folder, "function/index.mjs")],
    bundle: true,
    minify: true,
    platform: "node",
    target: "node22",
    format: "cjs",
    external: ["@aws-sdk/*"],
    write: false,
    legalComments: "none",
  });
  const [file] = outputFiles;
  if (!file) throw new Error(`esbuild made nothing of ${folder}.`);
  return file.contents;
}
