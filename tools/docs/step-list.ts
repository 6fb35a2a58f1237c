import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../terraform/project-root";
import { docstringBefore } from "../modules/promise";

const [begin, end] = ["<!-- steps: written by npm run docs -->", "<!-- end of steps -->"];

/** A text with the list of the drill's steps between its two markers. */
export function withStepList(text: string): string {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`dr/README.md: the markers "${begin}" and "${end}" are missing.`);
  return `${text.slice(0, from + begin.length)}\n\n${stepList()}\n\n${text.slice(to)}`;
}

/** Every step in its order, from its source: what it does, and how it is taken back. */
export function stepList(): string {
  const all = source("all");
  const [, list = ""] = /=> \[\n([\s\S]*?)\n\];/.exec(all) ?? [];
  const files = new Map(
    [...all.matchAll(/import \{ (\w+) \} from "\.\/([\w-]+)"/g)].map(([, name = "", file = ""]) => [name, file]),
  );
  const names = (list.match(/\w+/g) ?? []).filter((word) => files.has(word));
  if (names.length !== files.size)
    throw new Error("dr/steps/all.ts: the list of steps is not one that can be read here.");
  return names.map((name, index) => `${index + 1}. ${entry(name, source(files.get(name) ?? ""))}`).join("\n");
}

const entry = (name: string, text: string): string => {
  const declaration = new RegExp(`export const ${name}: Step = `);
  const step = text.slice(text.search(declaration));
  const title = /^ {2}title: "([^"]+)"/m.exec(step)?.[1] ?? /const title = "([^"]+)";/.exec(text)?.[1];
  const says = docstringBefore(text, declaration);
  const undo = /undo: \{\s+title: "([^"]+)"/.exec(step)?.[1];
  if (!title || !says) throw new Error(`dr/steps: ${name} has no title, or no docstring that says what it does.`);
  return [`**${title}.** ${says.split("\n").join("\n   ")}`, ...(undo ? [`Taken back by: ${undo}.`] : [])].join(
    "\n   ",
  );
};

const source = (file: string): string => readFileSync(join(projectRoot, "dr/steps", `${file}.ts`), "utf8");
