import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Step } from "../../dr/step";
import { steps } from "../../dr/steps/all";
import { docstringBefore } from "../modules/promise";
import { projectRoot } from "../project-root";

const [begin, end] = ["<!-- steps: written by npm run docs -->", "<!-- end of steps -->"];

/** A text with the list of the drill's steps between its two markers. */
export function withStepList(text: string): string {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`dr/README.md: the markers "${begin}" and "${end}" are missing.`);
  return `${text.slice(0, from + begin.length)}\n\n${stepList()}\n\n${text.slice(to)}`;
}

/** Every step in its order: what it does, and how it is taken back. */
export function stepList(): string {
  const sources = stepSources();
  return steps({ keep: true })
    .map((step, index) => `${index + 1}. ${entry(step, sources)}`)
    .join("\n");
}

const entry = ({ title, undo }: Step, sources: readonly string[]): string => {
  const source = sources.find(
    (text) =>
      text.includes(`title: ${JSON.stringify(title)}`) || text.includes(`const title = ${JSON.stringify(title)};`),
  );
  const says = source && docstringBefore(source, /export const \w+: Step = /);
  if (!says) throw new Error(`dr/steps: the step "${title}" has no docstring. Say what it does.`);
  const back = undo ? `\n   Taken back by: ${undo.title}.` : "";
  return `**${title}.** ${says.split("\n").join("\n   ")}${back}`;
};

const stepSources = (): string[] => {
  const folder = join(projectRoot, "dr/steps");
  return readdirSync(folder)
    .sort()
    .map((file) => readFileSync(join(folder, file), "utf8"));
};
