import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../terraform/project-root";
import { document, table } from "../modules/markdown";

const folder = "docs/decisions";

/** The list of decisions, from the first line of each. */
export function decisionIndex(): [page: string, text: string] {
  const decisions = readdirSync(join(projectRoot, folder))
    .filter((file) => /^\d{4}-.*\.md$/.test(file))
    .sort();
  const rows = decisions.map((file) => {
    const [, number = "", title = ""] =
      /^# (\d+)\. (.+)$/m.exec(readFileSync(join(projectRoot, folder, file), "utf8")) ?? [];
    if (Number(number) !== Number(file.slice(0, 4)))
      throw new Error(`${folder}/${file}: its first line is not "# ${Number(file.slice(0, 4))}. …".`);
    return [number, `[${title}](${file})`];
  });
  return [
    `${folder}/README.md`,
    document(
      "<!-- written by ./shop update: edits are lost -->",
      "# Decisions",
      "What was decided, and why. Each page gives the context, the decision and what follows from it.",
      table(["Number", "Decision"], rows, "None."),
    ),
  ];
}
