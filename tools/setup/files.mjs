import { createHash } from "node:crypto";
import { accessSync, constants, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

/** The text of a file, or undefined when there is none. */
export function textOf(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** The parsed JSON of a file, or undefined when there is none or it is not JSON. */
export function jsonOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** Size and times of a file as text, or "none". */
export function identityOf(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat ? `${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}` : "none";
}

/** The SHA-256 of text or bytes, in hexadecimal. */
export function sha256(content) {
  return createHash("sha256").update(content).digest("hex");
}

/** Writes a file in one go: a reader sees the old one or the new one, never half. */
export function writeWhole(file, content) {
  const part = `${file}.${process.pid}`;
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(part, content);
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** Writes a file unless it has that content already; says whether it wrote. */
export function writeIfChanged(file, content) {
  if (textOf(file) === content) return false;
  writeWhole(file, content);
  return true;
}

/** Every program of that name on the PATH, first one first. */
export function programs(name, env) {
  return (env.PATH ?? "")
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .filter((file) => {
      try {
        accessSync(file, constants.X_OK);
        return statSync(file).isFile();
      } catch {
        return false;
      }
    });
}
