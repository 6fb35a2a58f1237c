import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const { anyProgram, packageManager } = JSON.parse(
  readFileSync(join(root, "terraform/process/kept-variables.json"), "utf8"),
);
const kept = new RegExp(`${anyProgram}|${packageManager}`);

/**
 * What the set-up's programs (npm, pip, any Python or Terraform on the PATH) get of an environment: where packages come
 * from, and nothing that an account, a repository or an identity is opened with. Allowed, not forbidden.
 */
export const seenByTools = (env) => Object.fromEntries(Object.entries(env).filter(([name]) => kept.test(name)));
