import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { ascent } from "../scene/canvas";
import type { About, Arrow, Badge, Frame, Icon, Scene, Text } from "../scene/scene";
import { type GroupStyle, styles, type Theme, type ThemeName, themes } from "../scene/styles";
import { familyOf, fontFile } from "../text/font";
import { iconFile, isDark } from "./icon-file";
import { n } from "./number";
import { arrowHead, roundedPath } from "./path";

/** Where a picture goes: its links lead from there to the project's files. */
export interface Place {
  readonly theme: ThemeName;
  /** The folder that it will be in, and that of the project. */
  readonly folder: string;
  readonly project: string;
}

/** A scene as an SVG that needs nothing beside it: icons and font are inside. */
export function svgOf(scene: Scene, { theme: name, folder, project }: Place): string {
  const theme: Theme = themes[name];
  const { title, width, height } = scene;
  const way = relative(folder, project).replaceAll("\\", "/") || ".";
  const linked = (about: About | undefined, drawn: string): string =>
    about === undefined
      ? drawn
      : `<a href="${escaped(`${way}/${about.file}`)}"><title>${escaped(about.told)}</title>${drawn}</a>`;
  const frames = scene.frames.toSorted((one, other) => styles[one.style].layer - styles[other.style].layer);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n(width)} ${n(height)}" width="${n(width)}" height="${n(height)}">`,
    `<title>${escaped(title)}</title>`,
    "<desc>Icons: AWS Architecture Icons, unchanged, CC-BY-ND 2.0. Font: Inter, SIL Open Font License 1.1.</desc>",
    `<style>${fontFace(400)}${fontFace(600)}a{cursor:pointer}</style>`,
    `<rect width="${n(width)}" height="${n(height)}" fill="${theme.background}"/>`,
    ...frames.map((frame) => frameOf(frame, theme)),
    ...scene.arrows.map((arrow) => arrowOf(arrow, theme)),
    ...scene.icons.map((icon) => linked(icon.about, iconOf(icon, theme))),
    ...scene.texts.map((text) => linked(text.about, textOf(text, theme))),
    ...scene.badges.map((badge) => linked(badge.about, badgeOf(badge, theme))),
    "</svg>",
    "",
  ].join("\n");
}

const fontFace = (weight: 400 | 600): string =>
  `@font-face{font-family:"${familyOf(weight)}";src:url(data:font/woff2;base64,${readFileSync(fontFile(weight, "woff2")).toString("base64")})}`;

function frameOf({ x, y, width, height, style: name, change }: Frame, theme: Theme): string {
  const style = styles[name];
  const at = `x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"`;
  const back = "opaque" in style ? `<rect ${at} fill="${theme.background}"/>` : "";
  const color = change === "same" ? style.color : theme[change];
  const dash = style.dashed ? ' stroke-dasharray="8 5"' : "";
  return `${back}<rect ${at} fill="${color}" fill-opacity="${style.fill}" stroke="${color}" stroke-width="${change === "same" ? 1.75 : 3.5}"${dash}/>`;
}

/**
 * An icon's own file, as it is, inside an element that gives it its place.
 *
 * Its own title would be told instead of ours, so that the pointer meets a square over it.
 */
function iconOf({ x, y, width, icon, change }: Icon, theme: Theme): string {
  const square = (more: number, paint: string): string =>
    `<rect x="${n(x - more)}" y="${n(y - more)}" width="${n(width + 2 * more)}" height="${n(width + 2 * more)}" rx="6" ${paint}/>`;
  const plate = theme.plate !== undefined && isDark(icon) ? square(4, `fill="${theme.plate}"`) : "";
  const ring = square(
    5,
    change === "same"
      ? 'fill="none" pointer-events="all"'
      : `fill="none" stroke="${theme[change]}" stroke-width="3.5" pointer-events="all"`,
  );
  const at = `x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(width)}"`;
  return `${plate}<svg ${at} pointer-events="none">${iconFile(icon).toString("utf8")}</svg>${ring}`;
}

function textOf({ x, y, size, weight, text, tone }: Text, theme: Theme): string {
  const color = isGroup(tone) ? styles[tone].color : theme[tone];
  return `<text x="${n(x)}" y="${n(y + size * ascent)}" ${fontOf(size, weight)} fill="${color}">${escaped(text)}</text>`;
}

const isGroup = (tone: Text["tone"]): tone is GroupStyle => tone in styles;

const fontOf = (size: number, weight: 400 | 600): string =>
  `font-family="'${familyOf(weight)}', 'Helvetica Neue', Arial, sans-serif" font-weight="${weight}" font-size="${size}"`;

const badgeOf = ({ number, at: [x, y] }: Badge, theme: Theme): string =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="13" fill="${theme.badge}" stroke="${theme.background}" stroke-width="2"/>` +
  `<text x="${n(x)}" y="${n(y + 5.5)}" text-anchor="middle" ${fontOf(16, 600)} fill="${theme.onBadge}">${number}</text>`;

function arrowOf({ path, dashed, tone }: Arrow, theme: Theme): string {
  const color = theme[tone];
  const dash = dashed ? ' stroke-dasharray="7 5"' : "";
  return `<path d="${roundedPath(path)}" fill="none" stroke="${color}" stroke-width="2"${dash}/><path d="${arrowHead(path)}" fill="${color}"/>`;
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
