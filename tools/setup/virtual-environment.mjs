import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { run } from "./child.mjs";
import { identityOf, sha256, textOf, writeWhole } from "./files.mjs";
import { findPython } from "./python.mjs";

/**
 * A step of the set-up: a virtual environment of the project below `.cache`, every file of it checked by hash.
 *
 * `requirements` is a file beside this one, `atLeast` the oldest Python that will do, `proof` what must run in it.
 * `compile` makes byte code of all of it at once; without it, Python does of each module when it is first imported.
 */
export function virtualEnvironment({ name, requirements, atLeast, proof, title, compile }) {
  const folder = ({ root }) => join(root, ".cache", name);
  const pythonFile = (project) => join(folder(project), "bin/python");
  const stampFile = (project) => join(folder(project), "setup.stamp");
  const file = ({ root }) => join(root, "tools/setup", requirements);
  // With its place: a virtual environment cannot be moved.
  const stamp = (project) => `${sha256(readFileSync(file(project)))} ${folder(project)}\n`;
  return {
    title: (project) => `${title(project)}, into .cache/${name}`,
    current(project) {
      // The program file is a link to the Python that it was made with, which may have gone.
      const isThere = identityOf(pythonFile(project)) !== "none";
      return isThere && textOf(stampFile(project)) === stamp(project) ? { python: pythonFile(project) } : undefined;
    },
    async make(project) {
      const env = pipEnvironment(project.env);
      const base = await findPython(env, atLeast);
      rmSync(folder(project), { recursive: true, force: true });
      await run(base, ["-m", "venv", folder(project)], { env });
      const pip = (...args) => run(pythonFile(project), ["-m", "pip", ...args], { env });
      const packages = join(project.root, ".cache/tmp", name);
      await download(pip, file(project), packages);
      const from = ["--no-index", "--find-links", packages, ...wheels];
      await pip("install", "--quiet", ...from, compile ? "--compile" : "--no-compile", "-r", file(project));
      await pip("check");
      await run(pythonFile(project), ["-c", proof], { env });
      writeWhole(stampFile(project), stamp(project));
      return { python: pythonFile(project) };
    },
  };
}

/** Downloads what a file requires, in parts beside each other: pip asks for one package after the other, and weighs each of its files. */
async function download(pip, file, folder) {
  const required = readFileSync(file, "utf8").split(/\n(?=\S)/);
  const parts = Array.from({ length: partsAtOnce }, (_, part) =>
    required.filter((__, at) => at % partsAtOnce === part),
  );
  const downloads = parts.map((part, index) => {
    const own = `${folder}.${index}.txt`;
    writeWhole(own, `${part.join("\n")}\n`);
    return pip("download", ...wheels, "--dest", folder, "-r", own);
  });
  const failed = (await Promise.allSettled(downloads)).find(({ status }) => status === "rejected");
  if (failed) throw failed.reason;
}

const partsAtOnce = 4;
// A source archive runs its own code when it is installed; a wheel is only unpacked.
const wheels = ["--only-binary", ":all:", "--require-hashes", "--no-deps"];

const kept =
  /^PIP_(CERT|CLIENT_CERT|PROXY|INDEX_URL|EXTRA_INDEX_URL|NO_INDEX|FIND_LINKS|TRUSTED_HOST|KEYRING_PROVIDER|CACHE_DIR|CONFIG_FILE|DEFAULT_TIMEOUT|RETRIES)$/;

/** The caller's environment with what says where packages come from, without what says how and where they are put. */
function pipEnvironment(env) {
  const clean = Object.entries(env).filter(
    ([name]) =>
      !/^(PIP_|PYTHON(HOME|PATH|USERBASE|PLATLIBDIR|SAFEPATH|DONTWRITEBYTECODE)$|VIRTUAL_ENV$|__PYVENV)/.test(name) ||
      kept.test(name),
  );
  return {
    ...Object.fromEntries(clean),
    PIP_DISABLE_PIP_VERSION_CHECK: "1",
    PIP_NO_INPUT: "1",
    PIP_USER: "0",
    PYTHONNOUSERSITE: "1",
  };
}
