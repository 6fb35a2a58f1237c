import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { projectRoot } from "../../terraform/project-root";
import { writeWhole } from "../../terraform/write-whole";
import type { Needed } from "./needed";
import { workers } from "./workflow";

const needed = z.object({
  action: z.string(),
  resource: z.string().optional(),
  context: z.record(z.string(), z.string()).optional(),
  by: z.array(z.enum(workers)).min(1),
});

/** Where the needs of workflows are kept, in the project. */
export const neededFile = "tools/role-needs/needed.jsonl";

/** Where the tests of alternatives leave what they have called, in the project. */
export const alternativesFolder = ".cache/calls";

/** The needs of workflows, as they are kept. */
export const readNeeded = (): Needed[] =>
  readFileSync(join(projectRoot, neededFile), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => needed.parse(JSON.parse(line)));

/** Keeps the needs of workflows, a line for each. */
export const writeNeeded = (needs: readonly Needed[]): void =>
  writeWhole(
    join(projectRoot, neededFile),
    needs.map(({ action, resource, context, by }) => `${JSON.stringify({ action, resource, context, by })}\n`).join(""),
  );
