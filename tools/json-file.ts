import { readFileSync } from "node:fs";
import { UserError } from "../modules/core/user-error";
import { messageOf } from "../terraform/failures";

/** The JSON in a file that an option names; throws a UserError where it is none, with the way out after it. */
export function jsonFile(option: string, path: string, wayOut = ""): unknown {
  const text = textOf(option, path, wayOut);
  try {
    return JSON.parse(text);
  } catch {
    // What JSON.parse says quotes the file, which may hold secrets.
    throw new UserError(`${option}: ${path} cannot be read as JSON${wayOut}`);
  }
}

function textOf(option: string, path: string, wayOut: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new UserError(`${option}: ${path} cannot be read: ${messageOf(error)}${wayOut}`);
  }
}
