import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { run } from "./child.mjs";
import { identityOf, sha256, textOf, writeWhole } from "./files.mjs";
import { findPython } from "./python.mjs";

/** The local AWS, moto, in a virtual environment of the project, every file of it checked by hash. */
export const localAws = {
  title: (project) => `moto ${motoVersion(project)} for the local AWS, into .cache/venv`,
  current(project) {
    // The program file is a link to the Python that it was made with, which may have gone.
    const isThere = identityOf(pythonFile(project)) !== "none";
    return isThere && textOf(stampFile(project)) === stamp(project) ? { python: pythonFile(project) } : undefined;
  },
  async make(project) {
    const env = pipEnvironment(project.env);
    const base = await findPython(env);
    rmSync(folder(project), { recursive: true, force: true });
    await run(base, ["-m", "venv", folder(project)], { env });
    const pip = (...args) => run(pythonFile(project), ["-m", "pip", ...args], { env });
    await pip("install", "--quiet", "--require-hashes", "--no-deps", "-r", requirements(project));
    await pip("check");
    await run(pythonFile(project), ["-c", "import boto3, moto.server"], { env });
    writeWhole(stampFile(project), stamp(project));
    return { python: pythonFile(project) };
  },
};

/** The version of moto that is pinned. */
export function motoVersion(project) {
  return /^moto==(\S+)/m.exec(readFileSync(requirements(project), "utf8"))?.[1];
}

const folder = ({ root }) => join(root, ".cache/venv");
const requirements = ({ root }) => join(root, "tools/setup/requirements.txt");
const pythonFile = (project) => join(folder(project), "bin/python");
const stampFile = (project) => join(folder(project), "setup.stamp");
// With its place: a virtual environment cannot be moved.
const stamp = (project) => `${sha256(readFileSync(requirements(project)))} ${folder(project)}\n`;

const kept =
  /^PIP_(CERT|CLIENT_CERT|PROXY|INDEX_URL|EXTRA_INDEX_URL|NO_INDEX|FIND_LINKS|TRUSTED_HOST|KEYRING_PROVIDER|CACHE_DIR|CONFIG_FILE|DEFAULT_TIMEOUT|RETRIES)$/;

/** The caller's environment with what says where packages come from, without what says how and where they are put. */
function pipEnvironment(env) {
  const clean = Object.entries(env).filter(
    ([name]) =>
      !/^(PIP_|PYTHON(HOME|PATH|USERBASE|PLATLIBDIR|SAFEPATH)$|VIRTUAL_ENV$|__PYVENV)/.test(name) || kept.test(name),
  );
  return {
    ...Object.fromEntries(clean),
    PIP_DISABLE_PIP_VERSION_CHECK: "1",
    PIP_NO_INPUT: "1",
    PIP_USER: "0",
    PYTHONNOUSERSITE: "1",
  };
}
