import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";

/** The files below a folder, sorted, as paths in it. */
export const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
        .sort()
    : [];
