import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/** Removes the saved plans that `cdktf diff` leaves beside the roots: nobody applies them, and they have secrets in clear. */
export function removePlans(out: string): void {
  const stacks = join(out, "stacks");
  if (!existsSync(stacks)) return;
  for (const root of readdirSync(stacks)) rmSync(join(stacks, root, "plan"), { force: true });
}
