import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { UserError } from "../modules/core/user-error";
import { projectRoot } from "./project-root";

const schema = z.object({
  terraform: z.string(),
  terraformVersion: z.string(),
  terraformCliConfig: z.string(),
  python: z.string(),
  node: z.string(),
});

/** The programs that the set-up found or installed, by absolute path. */
export type Toolchain = z.infer<typeof schema>;

/** Reads what the set-up recorded; fails when it has not run here. */
export function toolchain(root = projectRoot): Toolchain {
  const file = join(root, ".cache/toolchain.json");
  try {
    return schema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw new UserError(`${file} is missing or damaged: the set-up has not run here. Run \`./shop setup\`.`);
  }
}

/** A program that only the tests need, by absolute path; fails when the set-up for the tests has not run here. */
export function checker(name: "checkov" | "zizmor", root = projectRoot): string {
  const file = join(root, ".cache/checkers/bin", name);
  if (!existsSync(file))
    throw new UserError(`${file} is missing: the set-up for the tests has not run here. Run \`npm test\`.`);
  return file;
}
