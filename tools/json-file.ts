import { readFileSync } from "node:fs";
import { UserError } from "../modules/core/user-error";
import { messageOf } from "../terraform/failures";

/** The JSON in a file that an option names; throws a UserError where it is none, with the way out after it. */
export function jsonFile(option: string, path: string, wayOut = ""): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new UserError(`${option}: ${path} cannot be read as JSON: ${messageOf(error).replace(/\s+/g, " ")}${wayOut}`);
  }
}
