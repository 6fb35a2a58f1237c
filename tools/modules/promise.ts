import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../terraform/project-root";

/** What a tier's class says about it: what it is, guarantees and limits, cost. Markdown, without the first line's name. */
export function promiseOf(tier: string): string {
  const source = readFileSync(join(projectRoot, "modules", tier, "tier.ts"), "utf8");
  const text = docstringBefore(source, /export class \w+Tier /);
  if (!text) throw new Error(`modules/${tier}/tier.ts: the tier's class has no docstring. Say what it promises.`);
  return text.replace(/^\*?Cost\*?:/m, "**Cost**:");
}

/** The docstring that stands right before what matches, as plain lines; undefined where there is none. */
function docstringBefore(source: string, declaration: RegExp): string | undefined {
  const at = source.search(declaration);
  const docstring = at < 0 ? undefined : /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/.exec(source.slice(0, at))?.[1];
  return docstring
    ?.split("\n")
    .map((line) => line.replace(/^\s*\* ?/, "").trimEnd())
    .join("\n")
    .trim();
}
