import { run } from "./child.mjs";
import { programs } from "./files.mjs";
import { UserError } from "./user-error.mjs";
import { isBefore } from "./version.mjs";

const names = ["python3", "python", "python3.14", "python3.13", "python3.12", "python3.11", "python3.10"];
const probe =
  "import sys, importlib.util as u; print('.'.join(map(str, sys.version_info[:3])), bool(u.find_spec('ensurepip') and u.find_spec('venv')))";

/** The first Python on the PATH that is at least that version and can make virtual environments. */
export async function findPython(env, atLeast) {
  const unfit = [];
  for (const path of new Set(names.flatMap((name) => programs(name, env)))) {
    // A version manager's shim that stands for nothing fails here.
    const answer = await run(path, ["-c", probe], { env }).catch(() => undefined);
    if (!answer) continue;
    const [version, canMakeEnvironments] = answer.trim().split(" ");
    if (isBefore(version, atLeast)) unfit.push(`${path} is ${version}`);
    else if (canMakeEnvironments !== "True")
      unfit.push(`${path} is ${version}, but lacks venv (Debian, Ubuntu: apt-get install python3-venv)`);
    else return path;
  }
  throw new UserError(
    `Python >= ${atLeast} with venv is needed; ${unfit.join("; ") || "there is none on PATH"}. See https://www.python.org/downloads/.`,
  );
}
