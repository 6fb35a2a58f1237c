/** What an error of the file system means where the machine is to blame, with its place; undefined for any other error. */
export function machineError(error: unknown): string | undefined;
