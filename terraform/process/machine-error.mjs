const full = "Make room and run it again";
const forbidden = "this user may not write there. Use a clone of your own, or correct the permissions";

const meanings = {
  ENOSPC: `the disk is full. ${full}`,
  EDQUOT: `the disk quota is used up. ${full}`,
  EACCES: forbidden,
  EPERM: forbidden,
  EROFS: "the file system is read-only. Use a clone that can be written to",
};

/** What an error of the file system means where the machine is to blame, with its place; undefined for any other error. */
export function machineError(error) {
  const why = meanings[error?.code];
  if (why === undefined) return undefined;
  // Of a write, Node.js does not say where; what has no place is a process or a network otherwise.
  if (error.path === undefined && why.endsWith(full)) return `${why} (${error.code}).`;
  return error.path === undefined ? undefined : `${error.path}: ${why} (${error.code}).`;
}
