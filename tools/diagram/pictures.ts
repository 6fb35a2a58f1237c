import { everywhere } from "../../regions/wiring/location";
import type { Estate } from "./estate/estate";
import { ofType } from "./estate/find";
import type { Scene } from "./scene/scene";
import type { ThemeName } from "./scene/styles";
import { regionView } from "./views/region/view";
import { pngOf } from "./write/png";
import { svgOf } from "./write/svg";

/** What there are pictures of. */
export const views = ["region"] as const;
export type View = (typeof views)[number];

/** A picture of an environment, before it is written. */
export interface Picture {
  /** Its name without theme and ending: `region-eu-west-1`. */
  readonly name: string;
  readonly view: View;
  readonly scene: Scene;
}

/** Width of a PNG in pixels: as wide as a slide. */
export const pngWidth = 1600;

/** The pictures of an environment: the region view of each region with a VPC. */
export function picturesOf(estate: Estate, wanted: readonly View[] = views): Picture[] {
  const live = [...new Set(ofType(estate, "aws_vpc").map(({ region }) => region))].filter((one) => one !== everywhere);
  return live.flatMap((region): Picture[] =>
    wanted.includes("region") ? [{ name: `region-${region}`, view: "region", scene: regionView(estate, region) }] : [],
  );
}

/** A picture as files in a folder, by their names: SVG and PNG, light and dark. */
export const filesOf = (
  { name, scene }: Picture,
  place: { folder: string; project: string },
): [string, string | Buffer][] =>
  (["light", "dark"] satisfies ThemeName[]).flatMap((theme): [string, string | Buffer][] => {
    const svg = svgOf(scene, { theme, ...place });
    return [
      [`${name}-${theme}.svg`, svg],
      [`${name}-${theme}.png`, pngOf(svg, pngWidth)],
    ];
  });
