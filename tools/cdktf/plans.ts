import { existsSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";

/** Where cdktf writes the roots, by its own options. */
export function outputOf(args: readonly string[], project: string): string {
  const at = args.findIndex((arg) => arg === "-o" || arg === "--output");
  const joined = args.find((arg) => arg.startsWith("--output="))?.slice("--output=".length);
  return resolve(project, (at < 0 ? joined : args[at + 1]) ?? "cdktf.out");
}

/** Removes the saved plans that `cdktf diff` leaves beside the roots: nobody applies them, and they have secrets in clear. */
export function removePlans(out: string): void {
  const stacks = join(out, "stacks");
  if (!existsSync(stacks)) return;
  for (const root of readdirSync(stacks)) rmSync(join(stacks, root, "plan"), { force: true });
}
