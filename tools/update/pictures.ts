import { join } from "node:path";
import { projectRoot } from "../../terraform/project-root";
import { readEstate } from "../diagram/estate/estate";
import { filesOf, picturesOf, views } from "../diagram/pictures";

const folder = "docs/pictures";

/** The pictures that the pages show, by path: the first of each view of the reference environment. */
export function pictures(out: string, reference: string): Map<string, string | Buffer> {
  const all = picturesOf(readEstate(out, reference));
  return new Map(
    views.flatMap((name) => {
      const first = all.find(({ view }) => view === name);
      if (!first) return [];
      const place = { folder: join(projectRoot, folder), project: projectRoot };
      return filesOf({ ...first, name }, place).map(([file, content]) => [`${folder}/${file}`, content] as const);
    }),
  );
}
