import { machineError } from "../../terraform/process/machine-error.mjs";

/** A mistake of the caller, or a machine that cannot: printed without a stack, exit code 2. */
export class UserError extends Error {
  name = "UserError";
}

/** The error itself, or what it means where the machine is to blame (disk full, folder not writable). */
export function explain(error) {
  const why = machineError(error) ?? inTheWay(error);
  return why === undefined ? error : new UserError(why);
}

/** The set-up makes nothing but folders where a file could be. */
const inTheWay = ({ code, path } = {}) =>
  ["ENOTDIR", "EEXIST"].includes(code) && path
    ? `${path}: a file is where a folder has to be. Move it away and run it again (${code}).`
    : undefined;
