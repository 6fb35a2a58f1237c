import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../../terraform/project-root";

const read = new Map<string, Buffer>();

/** An icon of AWS's set as the package has it: whole and unchanged, which its licence asks for. */
export function iconFile(icon: string): Buffer {
  const bytes = read.get(icon) ?? readFileSync(join(projectRoot, "node_modules/aws-icons/icons", `${icon}.svg`));
  read.set(icon, bytes);
  return bytes;
}

/** Icons of AWS's set that are dark themselves, and get a light plate behind them where the picture is dark. */
export const isDark = (icon: string): boolean => /"#(?:242f3e|232f3e)"/i.test(iconFile(icon).toString("utf8"));
