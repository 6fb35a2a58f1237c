import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../../terraform/project-root";

/** Weights that the pictures are set in: regular and semi-bold. */
export type Weight = 400 | 600;

/** A file of the font in the repository: TrueType to draw and measure with, WOFF2 to put into an SVG. */
export const fontFile = (weight: Weight, as: "ttf" | "woff2"): string =>
  join(projectRoot, `tools/diagram/fonts/inter-latin-${weight}.${as}`);

/** The family that the files of a weight name themselves by. */
export const familyOf = (weight: Weight): string => ({ 400: "Inter", 600: "Inter SemiBold" })[weight];

const loaded = new Map<Weight, (text: string) => number>();

/** Width of a text in pixels at a size in pixels, by the advance of each glyph; kerning only makes it narrower. */
export function widthOf(text: string, size: number, weight: Weight): number {
  const measure = loaded.get(weight) ?? load(weight);
  loaded.set(weight, measure);
  return measure(text) * size;
}

/** Reads a TrueType file's tables as https://learn.microsoft.com/typography/opentype/spec/otff describes them. */
function load(weight: Weight): (text: string) => number {
  const file = readFileSync(fontFile(weight, "ttf"));
  const table = (tag: string): number => {
    for (let at = 12; at < 12 + 16 * file.readUInt16BE(4); at += 16)
      if (file.toString("latin1", at, at + 4) === tag) return file.readUInt32BE(at + 8);
    throw new Error(`${fontFile(weight, "ttf")} has no table ${tag}.`);
  };
  const unitsPerEm = file.readUInt16BE(table("head") + 18);
  const measured = file.readUInt16BE(table("hhea") + 34);
  const glyphOf = charactersOf(file, table("cmap"));
  const advance = (glyph: number): number =>
    file.readUInt16BE(table("hmtx") + 4 * Math.min(glyph, measured - 1)) / unitsPerEm;
  return (text) => [...text].reduce((sum, letter) => sum + advance(glyphOf(letter.codePointAt(0) ?? 0)), 0);
}

/** The glyph of each character, by the segments of the font's Unicode map (format 4); 0 where it has none. */
function charactersOf(file: Buffer, cmap: number): (code: number) => number {
  const maps = Array.from(
    { length: file.readUInt16BE(cmap + 2) },
    (_, at) => cmap + file.readUInt32BE(cmap + 8 + 8 * at),
  );
  const map = maps.find((at) => file.readUInt16BE(at) === 4);
  if (map === undefined) throw new Error("The font has no Unicode map of format 4.");
  const twice = file.readUInt16BE(map + 6);
  const [ends, starts, deltas, ranges] = [14, 16 + twice, 16 + 2 * twice, 16 + 3 * twice].map((offset) => map + offset);
  return (code) => {
    for (let at = 0; at < twice; at += 2) {
      if (file.readUInt16BE((ends ?? 0) + at) < code) continue;
      const start = file.readUInt16BE((starts ?? 0) + at);
      if (start > code) return 0;
      const delta = file.readUInt16BE((deltas ?? 0) + at);
      const range = file.readUInt16BE((ranges ?? 0) + at);
      if (range === 0) return (code + delta) & 0xffff;
      const glyph = file.readUInt16BE((ranges ?? 0) + at + range + 2 * (code - start));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}
