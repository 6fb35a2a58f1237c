import { readdirSync } from "node:fs";
import { join } from "node:path";
import { identityOf, sha256 } from "./files.mjs";

const folders = ["modules", "regions", "terraform", "dr", "tools"];
const single = ["main.ts", "package.json", "package-lock.json", "tsconfig.json"];

/** A hash that changes whenever a source is changed, added, removed or renamed; one of the tests counts with `also` only. */
export function fingerprint(root, also = []) {
  const files = [...single, ...[...folders, ...also].flatMap((folder) => filesBelow(root, folder))].sort();
  return sha256(files.map((file) => `${file} ${identityOf(join(root, file))}`).join("\n")).slice(0, 16);
}

function filesBelow(root, folder) {
  let entries = [];
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : filesBelow(root, path);
    return /\.(ts|json|mjs)$/.test(entry.name) ? [path] : [];
  });
}
