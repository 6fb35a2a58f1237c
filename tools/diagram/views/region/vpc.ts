import { aboutOf, changeOf, given, resourcesOf } from "../../estate/find";
import { types } from "../../scene/canvas";
import type { Rect } from "../../scene/scene";
import { widthOf } from "../../text/font";
import { group } from "../group";
import { inset, lane, type Plan, type Zone } from "./plan";
import { appRow, dataRow, publicRow } from "./rows";
import { space } from "./subnets";

/** What of the VPC others draw arrows to. */
export interface Vpc {
  readonly rect: Rect;
  readonly database: Rect;
}

/** The VPC with its zones as columns, its subnets as rows, and what runs across the zones as bands. */
export function vpc(plan: Plan, outer: Omit<Rect, "height">): Vpc {
  const { estate, region, canvas } = plan;
  const top = outer.y + 46;
  const open = publicRow(plan, top + 44);
  const app = appRow(plan, { y: open.next, entrance: open.balancer });
  const data = dataRow(plan, { y: app.next, api: app.api });
  const bottom = data.next - space / 2 + inset;
  for (const zone of plan.zones) column(plan, { ...zone, y: top, height: bottom - top });
  const rect = { ...outer, height: bottom + 20 - outer.y };
  const resources = resourcesOf(estate, "vpc", { region });
  const about = aboutOf("vpc", resources);
  const detail = String(given(estate, region, "network").cidr ?? "");
  group(canvas, rect, { style: "vpc", text: "VPC", number: 13, detail, about, change: changeOf(resources) });
  gateways(plan, { rect, entrance: open.balancer, nat: open.natY, api: app.api });
  return { rect, database: data.database };
}

function column({ canvas, estate, region }: Plan, zone: Zone): void {
  const resources = resourcesOf(estate, "zones", { region, named: new RegExp(`_${zone.letter}$`) });
  const about = aboutOf("zones", resources);
  canvas.frame(zone, "zone", { change: changeOf(resources), about });
  const x = canvas.badge(14, { x: zone.x + 14, y: zone.y + 21 }, about);
  const long = `Availability Zone ${zone.name}`;
  const fits = x + widthOf(long, types.group.size, types.group.weight) < zone.x + zone.width - 8;
  const text = fits ? long : `Zone ${zone.name}`;
  canvas.text(text, types.group, { x, y: zone.y + 10, within: zone, tone: "zone", about });
}

/** The ways in and out of a VPC, which stand on its border: the internet gateway, and the one for IPv6 from inside only. */
function gateways(
  plan: Plan,
  { rect, entrance, nat, api }: { rect: Rect; entrance: Rect; nat: number; api: Rect },
): void {
  const { canvas, estate, region, spine } = plan;
  const icon = "resource/AmazonVPCInternetGateway";
  const on = (x: number): Rect => ({ x: x - 24, y: rect.y - 24, width: 48, height: 48 });
  const outside = { ...rect, y: rect.y - 30, height: 60 };
  const about = aboutOf("vpc", resourcesOf(estate, "vpc", { region }));
  canvas.icon(on(spine), { icon, about });
  canvas.text("Internet gateway", types.detail, {
    x: spine + 34,
    y: rect.y + 8,
    within: outside,
    tone: "muted",
    about,
  });
  canvas.arrow([
    [spine, rect.y + 24],
    [spine, entrance.y],
  ]);
  const out = lane(plan);
  const level = api.y + api.height / 2;
  const edge = api.x + api.width;
  const only = resourcesOf(estate, "nat", { region, types: ["aws_egress_only_internet_gateway"] });
  const way: [number, number][] = [
    [edge, level],
    [out, level],
  ];
  canvas.arrow([...way, [out, nat], [edge + inset, nat]], { dashed: true });
  if (only.length === 0) return;
  const its = aboutOf("nat", only);
  canvas.icon(on(out), { icon, about: its, number: 6, change: changeOf(only) });
  const text = { x: out - 36, y: rect.y + 8, anchor: "end", within: outside, tone: "muted", about: its } as const;
  canvas.text("Egress-only gateway (IPv6)", types.detail, text);
  canvas.arrow([...way, [out, rect.y + 24]], { dashed: true });
}
