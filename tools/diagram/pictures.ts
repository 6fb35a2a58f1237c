import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../../terraform/make-folder";
import { projectRoot } from "../../terraform/project-root";
import type { Estate } from "./estate/estate";
import { ofType } from "./estate/find";
import type { Scene } from "./scene/scene";
import { type ThemeName, themes } from "./scene/styles";
import { globalView } from "./views/global/view";
import { recoveryView } from "./views/recovery/view";
import { regionView } from "./views/region/view";
import { pngOf } from "./write/png";
import { type Place, svgOf } from "./write/svg";

/** What there are pictures of. */
export const views = ["global", "region", "recovery"] as const;
export type View = (typeof views)[number];

/** A picture of an environment, before it is written. */
export interface Picture {
  /** Its name without theme and ending: `region-eu-west-1`. */
  readonly name: string;
  readonly view: View;
  readonly scene: Scene;
}

/** The pictures of an environment: the region view of each region with a VPC. */
export function picturesOf(estate: Estate, wanted: readonly View[] = views): Picture[] {
  const live = [...new Set(ofType(estate, "aws_vpc").map(({ region }) => region))];
  const of: Readonly<Record<View, () => Picture[]>> = {
    global: () => [{ name: "global", view: "global", scene: globalView(estate) }],
    region: () =>
      live.map((region) => ({ name: `region-${region}`, view: "region", scene: regionView(estate, region) })),
    recovery: () =>
      estate.recoveries.map((recovery) => ({
        ...{ name: `recovery-of-${recovery.lost}`, view: "recovery", scene: recoveryView(estate, recovery) },
      })),
  };
  return views.filter((view) => wanted.includes(view)).flatMap((view) => of[view]());
}

/** Whether something of it is drawn as added, changed or removed. */
export const isTouched = ({ scene: { icons, frames } }: Picture): boolean =>
  [...icons, ...frames].some(({ change }) => change !== "same");

const themeNames = Object.keys(themes) as ThemeName[];

/** The names of a picture's files: SVG and PNG, light and dark. */
export const fileNames = (name: string): string[] =>
  themeNames.flatMap((theme) => [`${name}-${theme}.svg`, `${name}-${theme}.png`]);

/** A file of a picture: its name, and its content. */
export type PictureFile = readonly [name: string, content: string | Buffer];

/** Writes pictures into a folder that somebody has named by an option; gives their paths. */
export async function writePictures(pictures: readonly Picture[], folder: string): Promise<string[]> {
  makeFolder(folder, "--out");
  const made = await Promise.all(pictures.map((picture) => filesOf(picture, { folder, project: projectRoot })));
  for (const [file, content] of made.flat()) writeFileSync(join(folder, file), content);
  return made.flat().map(([file]) => join(folder, file));
}

/** A picture as files in a folder. */
export async function filesOf({ name, scene }: Picture, place: Omit<Place, "theme">): Promise<PictureFile[]> {
  const files = themeNames.map(async (theme): Promise<PictureFile[]> => {
    const svg = svgOf(scene, { theme, ...place });
    return [
      [`${name}-${theme}.svg`, svg],
      [`${name}-${theme}.png`, await pngOf(svg)],
    ];
  });
  return (await Promise.all(files)).flat();
}
