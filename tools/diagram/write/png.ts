import { Resvg, renderAsync } from "@resvg/resvg-js";
import { fontFile } from "../text/font";

/** Width of a PNG in pixels: as wide as a slide. */
const pngWidth = 1600;

/** An SVG as a PNG, with the font of the repository and no other; several at a time on several processors. */
export async function pngOf(svg: string): Promise<Buffer> {
  const fontFiles = [fontFile(400, "ttf"), fontFile(600, "ttf")];
  const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: "Inter" };
  const picture = await renderAsync(svg, { fitTo: { mode: "width", value: pngWidth }, font });
  return picture.asPng();
}

/** How far a channel of a pixel may differ, of 255: machines round differently, by one or two. */
const tolerance = 12;

/** Whether two PNGs show the same, though other bytes may say so. */
export function isSamePicture(one: Buffer, other: Buffer): boolean {
  if (one.equals(other)) return true;
  const [left, right] = [pixelsOf(one), pixelsOf(other)];
  if (left === undefined || right === undefined || left.length !== right.length) return false;
  return left.every((channel, at) => Math.abs(channel - (right[at] ?? 0)) <= tolerance);
}

/** The pixels of a PNG; undefined for a file that is none. */
function pixelsOf(png: Buffer): Buffer | undefined {
  // https://www.w3.org/TR/png-3/#11IHDR: the size is the first of what a PNG says.
  if (png.length < 24 || png.toString("latin1", 1, 4) !== "PNG") return undefined;
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const size = `width="${width}" height="${height}"`;
  const href = `data:image/png;base64,${png.toString("base64")}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><image ${size} href="${href}"/></svg>`;
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().pixels;
}
