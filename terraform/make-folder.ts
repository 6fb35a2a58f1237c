import { mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { UserError } from "../modules/core/user-error";
import { messageOf } from "./failures";

/**
 * Makes a folder with those above it that are missing; fails where one cannot be made. `named` is the option that the
 * folder comes from.
 *
 * Node's own `recursive` never comes back where a folder takes no other one, as below /proc.
 */
export function makeFolder(folder: string, named?: string): void {
  try {
    for (const missing of missingUpTo(resolve(folder))) makeOne(missing);
  } catch (error) {
    const from = named === undefined ? "" : `${named}: `;
    throw new UserError(`${from}${folder} cannot be made (${messageOf(error)}). Choose another folder.`);
  }
}

function missingUpTo(folder: string): string[] {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return [...missingUpTo(dirname(folder)), folder];
  if (!found.isDirectory()) throw new Error(`${folder} is a file`);
  return [];
}

function makeOne(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    // Somebody else was quicker.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}
