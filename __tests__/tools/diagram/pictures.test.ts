import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { environments } from "../../../regions/environments";
import { projectRoot } from "../../../terraform/project-root";
import { readEstate } from "../../../tools/diagram/estate/estate";
import { componentOf } from "../../../tools/diagram/estate/find";
import { filesOf, picturesOf } from "../../../tools/diagram/pictures";
import { familyOf, fontFile, widthOf } from "../../../tools/diagram/text/font";
import { isSamePicture, pngOf } from "../../../tools/diagram/write/png";
import { svgOf } from "../../../tools/diagram/write/svg";
import { synthesized } from "../../support/synthesized";
import { problemsOf } from "./geometry";

const drawings = environments.map(({ name }) => {
  const estate = readEstate(synthesized(), name);
  return { name, estate, pictures: picturesOf(estate) };
});

it.each(drawings)(
  "$name: no label is over another or leaves its box, and no line runs through an icon",
  ({ estate, pictures }) => {
    expect(pictures.map((picture) => [picture.name, problemsOf(picture.scene)])).toEqual(
      pictures.map((picture) => [picture.name, []]),
    );
    const live = new Set(estate.resources.filter(({ type }) => type === "aws_vpc").map(({ region }) => region));
    const each = [...live].map(() => "region").concat(estate.recoveries.map(() => "recovery"));
    expect(pictures.map(({ view }) => view)).toEqual(["global", ...each]);
  },
);

it.each(drawings)(
  "$name: every resource is in a picture, but for those left out for a reason",
  ({ estate, pictures }) => {
    const elements = pictures.flatMap(({ scene }) => [...scene.icons, ...scene.frames, ...scene.texts]);
    const shown = new Set(elements.flatMap(({ about }) => about?.covers ?? []));
    const missing = estate.resources
      .filter((resource) => componentOf(resource) !== undefined)
      .map(({ root, address }) => `${root} ${address}`)
      .filter((one) => !shown.has(one));
    expect(estate.resources.length).toBeGreaterThan(300);
    expect(missing).toEqual([]);
  },
);

const folder = join(projectRoot, "docs/pictures");
const place = { folder, project: projectRoot };
const { pictures = [] } = drawings[0] ?? {};
const themes = ["light", "dark"] as const;
const drawn = pictures.flatMap(({ scene }) =>
  themes.map((theme) => ({ scene, svg: svgOf(scene, { theme, ...place }) })),
);

it("has AWS's icons whole and unchanged, in light and in dark, with a notice", () => {
  for (const { scene, svg } of drawn) {
    // Between the element that gives an icon its place, and what is drawn after it.
    const inside = [...svg.matchAll(/<svg x="[^>]*pointer-events="none">([\s\S]*?<\/svg>)<\/svg>/g)].map(
      ([, icon]) => icon,
    );
    const files = scene.icons.map(({ icon }) =>
      readFileSync(join(projectRoot, "node_modules/aws-icons/icons", `${icon}.svg`)),
    );
    expect(inside.map((icon = "") => Buffer.from(icon).equals(files.shift() ?? Buffer.of()))).toEqual(
      scene.icons.map(() => true),
    );
    // The same icon twice is no problem where nothing in it has an id.
    expect(inside.filter((icon = "") => / id="|<\?xml/.test(icon))).toEqual([]);
    expect(svg).toContain("CC-BY-ND 2.0");
  }
  expect(readFileSync(join(projectRoot, "NOTICE"), "utf8")).toContain("CC-BY-ND 2.0");
});

it("leads from each element to a file that exists, and needs nothing beside it", () => {
  for (const { svg } of drawn) {
    const links = [...svg.matchAll(/<a href="([^"]+)"/g)].map(([, link = ""]) => link);
    expect(links.length).toBeGreaterThan(50);
    expect(links.filter((link) => !existsSync(join(folder, link)))).toEqual([]);
    expect(svg.replaceAll('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(
      /(?:href|src)="https?:|url\((?!data:)/,
    );
  }
});

it("writes the same bytes each time", async () => {
  const [picture] = pictures;
  if (!picture) throw new Error("There is no picture.");
  const [one, other] = [await filesOf(picture, place), await filesOf(picture, place)];
  expect(one.map(([file]) => file)).toEqual([
    "global-light.svg",
    "global-light.png",
    "global-dark.svg",
    "global-dark.png",
  ]);
  expect(one.map(([, content], at) => Buffer.from(content).equals(Buffer.from(other[at]?.[1] ?? "")))).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

const label = (text: string, weight: 400 | 600): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="60"><text x="20" y="40" font-size="30" font-weight="${weight}" font-family="${familyOf(weight)}">${text}</text></svg>`;

it.each([400, 600] as const)("measures a text of weight %i as wide as it is drawn", (weight) => {
  const font = { fontFiles: [fontFile(weight, "ttf")], loadSystemFonts: false };
  const text = "Availability Zone eu-west-1a · 10.0.0.0/16 H";
  const box = new Resvg(label(text, weight), { font }).getBBox();
  const share = (box?.width ?? 0) / widthOf(text, 30, weight);
  // What is drawn has no space before the first letter and after the last, and is kerned.
  expect(share).toBeGreaterThan(0.96);
  expect(share).toBeLessThanOrEqual(1);
});

it("is read at half its size: no text is smaller than 17 pixels, and all of it is in the font", () => {
  for (const { scene } of drawn) {
    expect(Math.min(...scene.texts.map(({ size }) => size))).toBeGreaterThanOrEqual(17);
    expect(scene.texts.filter(({ text }) => !/^[\x20-\x7e·…]+$/.test(text))).toEqual([]);
    expect(scene.width).toBe(1600);
  }
});

it("compares PNGs as pictures: one other letter is another picture, what is no picture is none", async () => {
  const page = (text: string, color: string) =>
    pngOf(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1000">${label(text, 400)}<rect x="500" width="500" height="500" fill="${color}"/></svg>`,
    );
  const [one, rounded, other] = await Promise.all([
    page("web", "#00a4a6"),
    page("web", "#01a4a5"),
    page("wep", "#00a4a6"),
  ]);
  expect(one.equals(rounded)).toBe(false);
  expect(isSamePicture(one, rounded)).toBe(true);
  expect(isSamePicture(one, other)).toBe(false);
  expect(isSamePicture(one, Buffer.from("no picture"))).toBe(false);
});
