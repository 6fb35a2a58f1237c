import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { run } from "./child.mjs";
import { identityOf, jsonOf, programs, sha256, writeWhole } from "./files.mjs";
import { UserError } from "./user-error.mjs";

/** node_modules, as package-lock.json says. */
export const packages = {
  title: ({ needs }) => `node_modules from package-lock.json${needs === "node" ? ", what synth needs" : ""}`,
  current(project) {
    const stamp = jsonOf(stampFile(project));
    if (stamp && isCurrent(stamp, project)) return true;
    // Installed by npm itself, not by us: its own record says whether that is what the lock file asks for.
    if (stamp && stamp.machine !== machine) return undefined;
    const mode = [false, true].find(
      (omitDev) => (project.needs === "node" || !omitDev) && recordMatches(project, omitDev),
    );
    if (mode === undefined) return undefined;
    if (!project.looking) writeStamp(project, mode);
    return true;
  },
  async make(project) {
    const { root, env, needs } = project;
    const before = jsonOf(stampFile(project));
    const omitDev = needs === "node" && (before === undefined || before.omitDev);
    rmSync(stampFile(project), { force: true });
    const npm = programs("npm", env)[0] ?? programs("npm", { PATH: dirname(process.execPath) })[0];
    if (!npm) throw new UserError("npm is not on PATH. It comes with Node.js: https://nodejs.org/en/download.");
    const mode = omitDev ? "--omit=dev" : "--include=dev";
    // Without --no-workspaces, npm would take a clone inside another project's workspace for a part of that project.
    const args = ["ci", mode, "--no-workspaces", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    await run(npm, args, { cwd: root, env });
    writeStamp(project, omitDev);
    return true;
  },
};

const machine = `${process.platform} ${process.arch} node ${process.versions.node.split(".")[0]}`;
const stampFile = ({ root }) => join(root, "node_modules", ".setup.json");
const recordFile = ({ root }) => join(root, "node_modules", ".package-lock.json");
const lockHash = ({ root }) => sha256(readFileSync(join(root, "package-lock.json")));

function isCurrent(stamp, project) {
  return (
    stamp.machine === machine &&
    stamp.record === identityOf(recordFile(project)) &&
    (project.needs === "node" || !stamp.omitDev) &&
    stamp.lock === lockHash(project)
  );
}

/** npm writes its record last and `npm ci` removes it first, so it does not outlive an interrupted install. */
function recordMatches(project, omitDev) {
  const installed = jsonOf(recordFile(project))?.packages;
  const locked = jsonOf(join(project.root, "package-lock.json"))?.packages;
  if (!installed || !locked) return false;
  return Object.entries(locked).every(([path, { version, integrity, optional, dev, devOptional }]) => {
    if (path === "" || optional || devOptional || (omitDev && dev)) return true;
    return installed[path]?.version === version && installed[path]?.integrity === integrity;
  });
}

function writeStamp(project, omitDev) {
  mkdirSync(join(project.root, "node_modules"), { recursive: true });
  const stamp = { lock: lockHash(project), machine, omitDev, record: identityOf(recordFile(project)) };
  writeWhole(stampFile(project), `${JSON.stringify(stamp)}\n`);
}
