import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { execa } from "execa";
import { z } from "zod";
import { UserError } from "../../modules/core/user-error";
import { didYouMean } from "../../regions/schema/explain";
import { childEnvironment } from "../../terraform/process/environments";
import { projectRoot } from "../../terraform/project-root";
import { toolchain } from "../../terraform/toolchain";

/** A fix of the local AWS, and why it need not be there, or has no test that says so; null where it is needed. */
export type Verdict = z.infer<typeof verdict>;
export const verdict = z.object({
  name: z.string(),
  error: z.string().nullable().describe("Why it need not be there; null where it is needed."),
});

/**
 * Leaves out each of these fixes once, all when none is named, and runs its tests, which must fail then.
 *
 * A test that passes is about nothing, or moto does by now what the fix is for.
 */
export async function* neededFixes(fixes: readonly string[], root = projectRoot): AsyncGenerator<Verdict> {
  refuseUnknown(fixes, root);
  const child = execa(
    toolchain().python,
    [join(root, "__tests__/tools/local-aws/moto/run.py"), "--without-each", ...fixes],
    { env: childEnvironment(), extendEnv: false, stdin: "ignore", stderr: "inherit", buffer: false },
  );
  for await (const line of createInterface(child.stdout)) yield verdict.parse(JSON.parse(line));
  await child;
}

function refuseUnknown(fixes: readonly string[], root: string): void {
  const known = readdirSync(join(root, "tools/local-aws/moto/fixes")).flatMap(
    (file) => /^(\w+)\.py$/.exec(file)?.[1] ?? [],
  );
  for (const fix of fixes)
    if (!known.includes(fix))
      throw new UserError(
        `"${fix}" is not a known fix.${didYouMean(fix, known)} They are the files of tools/local-aws/moto/fixes.`,
      );
}
