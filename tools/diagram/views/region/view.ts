import type { Estate } from "../../estate/estate";
import { given } from "../../estate/find";
import { Canvas } from "../../scene/canvas";
import type { Rect, Scene } from "../../scene/scene";
import { withFoot } from "../foot";
import { group } from "../group";
import { header, margin } from "../header";
import type { Meaning } from "../key";
import { edge } from "./edge";
import { optional } from "./events";
import { planOf } from "./plan";
import { services } from "./services";
import { type Vpc, vpc } from "./vpc";

const width = 1600;
const vpcWidth = 1064;

const meanings: readonly Meaning[] = [
  { arrow: {}, text: "requests, logs and metrics" },
  { arrow: { dashed: true }, text: "to the internet" },
  { arrow: { tone: "backup" }, text: "backups" },
  { frame: "fleet", text: "Auto Scaling group" },
  { frame: "security", text: "security group" },
  { frame: "zone", text: "Availability Zone" },
];

/** A live region with its VPC, zones and services, and what leads customers to it. */
export function regionView(estate: Estate, region: string): Scene {
  const canvas = new Canvas(`${estate.environment}, ${region}`, width);
  const target = estate.recoveries.find(({ lost }) => lost === region)?.target;
  const { domain } = given(estate, region, "web");
  const facts = [domain, target === undefined ? undefined : `rebuilt in ${target} when it is lost`];
  const y = header(canvas, `Region ${region}, ${estate.environment}`, facts.filter(Boolean).join(" · "));
  const account = { x: margin, width: width - 2 * margin };
  const place = { x: account.x + 20, width: account.width - 40 };
  const inner = { x: place.x + 20, width: vpcWidth };
  const plan = planOf(canvas, { estate, region }, { x: inner.x + 20, width: inner.width - 40 });
  const top = edge(plan, { left: inner.x + 20, right: place.x + place.width - 20, y });
  const regionY = top.y + top.height + 24;
  const inside = vpc(plan, { ...inner, y: regionY + 72 });
  const { x } = inner;
  const side = { x: x + vpcWidth + 24, y: regionY + 48, width: place.width - vpcWidth - 64 };
  const end = optional(plan, { ...inner, y: inside.rect.y + inside.rect.height + 20 });
  const low = end > inside.rect.y + inside.rect.height + 20 ? end : inside.rect.y + inside.rect.height;
  const beside = services(plan, { ...side, height: low - side.y });
  const ends = [...beside.values()].map((one) => one.y + one.height);
  const bottom = Math.max(low, ...ends) + 20;
  group(canvas, { ...place, y: regionY, height: bottom - regionY }, { style: "region", text: `Region ${region}` });
  const accountY = top.y - 48;
  const text = `AWS account ${estate.account}`;
  group(canvas, { ...account, y: accountY, height: bottom + 20 - accountY }, { style: "account", text });
  canvas.arrow([
    [plan.spine, top.y + top.height],
    [plan.spine, inside.rect.y - 24],
  ]);
  toServices(canvas, inside, beside);
  return withFoot(canvas, { estate, meanings, regions: [region, "global"], y: bottom + 20 });
}

/** What the VPC gives the services beside it: logs and metrics, and backups. */
function toServices(canvas: Canvas, { rect, database }: Vpc, beside: ReadonlyMap<string, Rect>): void {
  const logs = beside.get("Logs and alarms");
  const edge = rect.x + rect.width;
  if (logs)
    canvas.arrow([
      [edge, logs.y + logs.height / 2],
      [logs.x, logs.y + logs.height / 2],
    ]);
  const recovery = beside.get("Recovery");
  if (!recovery) return;
  const [from, x] = [database.x + database.width, recovery.x];
  const level = database.y + 28;
  const at = Math.min(Math.max(level, recovery.y + 24), recovery.y + recovery.height - 24);
  const bend: [number, number][] =
    at === level
      ? []
      : [
          [x - 16, level],
          [x - 16, at],
        ];
  canvas.arrow([[from, level], ...bend, [x, at]], { tone: "backup" });
}
