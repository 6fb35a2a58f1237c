/** A mistake of the caller, or a machine that cannot: printed without a stack, exit code 2. */
export class UserError extends Error {
  name = "UserError";
}

const machine = {
  ENOSPC: "the disk is full. Make room and run it again",
  EDQUOT: "the disk quota is used up. Make room and run it again",
  EACCES: "this user may not write there. Use a clone of your own, or correct the permissions",
  EPERM: "this user may not write there. Use a clone of your own, or correct the permissions",
  EROFS: "the file system is read-only. Use a clone that can be written to",
  ENOTDIR: "a file is where a folder has to be. Move it away and run it again",
  EEXIST: "a file is where a folder has to be. Move it away and run it again",
};

/** The error itself, or what it means where the machine is to blame (disk full, folder not writable). */
export function explain(error) {
  const why = machine[error?.code];
  return why && error.path ? new UserError(`${error.path}: ${why} (${error.code}).`) : error;
}
