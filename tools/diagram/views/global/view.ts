import type { Estate } from "../../estate/estate";
import { given } from "../../estate/find";
import { regionRoles } from "../../estate/roles";
import { transfersOf } from "../../estate/transfers";
import { Canvas } from "../../scene/canvas";
import type { Scene } from "../../scene/scene";
import { withFoot } from "../foot";
import { group } from "../group";
import { header, margin } from "../header";
import type { Meaning } from "../key";
import { front } from "./front";
import { lanes } from "./lanes";
import { leading, leadingHeight } from "./leading";
import { regions } from "./regions";

const width = 1600;

const meanings: readonly Meaning[] = [
  { arrow: {}, text: "customers" },
  { arrow: { tone: "backup" }, text: "copies between regions" },
  { arrow: { dashed: true }, text: "customers, after a loss" },
  { arrow: { tone: "backup", dashed: true }, text: "copies, after a recovery" },
];

/** All regions of an environment with their roles, what goes between them, and who is led where. */
export function globalView(estate: Estate): Scene {
  const canvas = new Canvas(`${estate.environment}, all regions`, width);
  const { domain } = given(estate, "global", "edge");
  const y = header(canvas, `All regions, ${estate.environment}`, String(domain ?? ""));
  const account = { x: margin, width: width - 2 * margin };
  const inner = { x: account.x + 20, width: account.width - 40 };
  const from = front(canvas, estate, { ...inner, y });
  const led = regionRoles(estate).filter(({ role }) => role === "live" || role === "recovery target").length;
  const below = from.rect.y + from.rect.height + leadingHeight(led);
  const placed = regions(canvas, estate, { ...inner, y: below });
  leading(canvas, placed, from);
  const bottom = lanes(canvas, placed, transfersOf(estate)) + 12;
  const top = from.rect.y - 52;
  const text = `AWS account ${estate.account}`;
  group(canvas, { ...account, y: top, height: bottom - top }, { style: "account", text });
  return withFoot(canvas, { estate, meanings, y: bottom });
}
