import { Resvg } from "@resvg/resvg-js";
import { fontFile } from "../text/font";

/** An SVG as a PNG, this many pixels wide, with the font of the repository and no other. */
export const pngOf = (svg: string, width: number): Buffer =>
  new Resvg(svg, {
    fitTo: { mode: "width", value: width },
    font: {
      fontFiles: [fontFile(400, "ttf"), fontFile(600, "ttf")],
      loadSystemFonts: false,
      defaultFontFamily: "Inter",
    },
  })
    .render()
    .asPng();
