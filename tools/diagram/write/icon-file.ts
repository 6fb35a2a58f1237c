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

/** Whether an icon has dark colours only, and gets a light plate behind it where the picture is dark. */
export const isDark = (icon: string): boolean =>
  [
    ...iconFile(icon)
      .toString("utf8")
      .matchAll(/#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})\b/gi),
  ].every((color) => color.slice(1).every((part) => Number.parseInt(part, 16) < 0x60));
