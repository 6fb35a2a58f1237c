import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { environments } from "../../regions/environments";
import { filesIn } from "../../terraform/files-in";
import { makeFolder } from "../../terraform/make-folder";
import { projectRoot } from "../../terraform/project-root";
import { isSamePicture } from "../diagram/write/png";
import { firstPage, generate } from "../docs/generate";
import { functions } from "./functions";
import { goldens } from "./goldens";
import { helpPages } from "./help-pages";
import { nightly } from "./nightly";
import { pictures } from "./pictures";
import { planned } from "./planned";
import { schemas } from "./schemas";

/** Folders in which every file is generated: others are left from something that is gone. */
const wholly = ["__tests__/golden/modules", "__tests__/golden/roots", "docs/help", "docs/schemas"];

/** A generated file: its text, or a PNG, which is compared as a picture. */
type Content = string | Buffer;

/** Every file that is generated, by its path in the project; what is synthesized is in the folder `out`. */
export async function generated(out: string): Promise<Map<string, Content>> {
  const golden = [...goldens(out, environments[0]?.name ?? "")].map(
    ([path, text]) => [`__tests__/golden/${path}`, text] as const,
  );
  return new Map<string, Content>([
    ...golden,
    ...generate(out),
    await firstPage(out),
    ...(await helpPages()),
    ...(await schemas()),
    ...nightly(),
    ...planned(),
    ...functions(),
    ...(await pictures(out, environments[0]?.name ?? "")),
  ]);
}

/** The files that are not as they should be: to write, and to remove. */
export interface Stale {
  readonly write: readonly string[];
  readonly remove: readonly string[];
}

/** How the project in `root` differs from what is generated. */
export function stale(files: ReadonlyMap<string, Content>, root = projectRoot): Stale {
  const isAsGenerated = ([path, content]: readonly [string, Content]): boolean => {
    if (!existsSync(join(root, path))) return false;
    const found = readFileSync(join(root, path));
    return typeof content === "string" ? found.toString("utf8") === content : isSamePicture(found, content);
  };
  const kept = wholly.flatMap((folder) => filesIn(join(root, folder)).map((path) => join(folder, path)));
  return {
    write: [...files].filter((file) => !isAsGenerated(file)).map(([path]) => path),
    remove: kept.filter((path) => !files.has(path)),
  };
}

/** Writes and removes what is stale. */
export function bringUpToDate(files: ReadonlyMap<string, Content>, { write, remove }: Stale, root = projectRoot): void {
  for (const path of write) {
    makeFolder(dirname(join(root, path)));
    writeFileSync(join(root, path), files.get(path) ?? "");
  }
  for (const path of remove) rmSync(join(root, path));
}
