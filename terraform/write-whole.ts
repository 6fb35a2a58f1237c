import { renameSync, writeFileSync } from "node:fs";

/** Writes a file so that it is there whole or not at all. */
export function writeWhole(file: string, content: string): void {
  writeFileSync(`${file}.new`, content);
  renameSync(`${file}.new`, file);
}
