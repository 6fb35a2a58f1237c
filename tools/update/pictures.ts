import { join } from "node:path";
import { projectRoot } from "../../terraform/project-root";
import { readEstate } from "../diagram/estate/estate";
import { filesOf, picturesOf, views } from "../diagram/pictures";

const folder = "docs/pictures";

/** The pictures that the pages show, by path: the first of each view of the reference environment. */
export async function pictures(out: string, reference: string): Promise<Map<string, string | Buffer>> {
  const all = picturesOf(readEstate(out, reference));
  const firsts = views.flatMap((name) => {
    const first = all.find(({ view }) => view === name);
    return first ? [{ ...first, name }] : [];
  });
  const place = { folder: join(projectRoot, folder), project: projectRoot };
  const files = await Promise.all(firsts.map((picture) => filesOf(picture, place)));
  return new Map(files.flat().map(([file, content]) => [`${folder}/${file}`, content]));
}
