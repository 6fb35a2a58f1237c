import { counted, drawn, loadBalancerOf, ofType } from "../../estate/find";
import type { Rect } from "../../scene/scene";
import { balancer, compute, flat, tall } from "./bands";
import { cache, database } from "./database";
import { inside, type Plan } from "./plan";
import { space, subnets, within } from "./subnets";

const small = 48;

/** The public subnets: NAT gateways, and the load balancer across them. */
export function publicRow(plan: Plan, top: number): { next: number; balancer: Rect; natY: number } {
  const { canvas, estate, region, zones } = plan;
  const y = within(top);
  for (const zone of zones) {
    const named = new RegExp(`^nat_${zone.letter}`);
    const nat = drawn(estate, "nat", { region, named, name: "NAT gateway", detail: "1 Elastic IP address" });
    const { x, width } = inside(zone);
    if (nat) canvas.beside({ x: x + 20, y, width: width - 40, height: small }, nat, small);
  }
  const kind = "Application Load Balancer";
  const rect = balancer(plan, { id: "entrance", y: y + small + 18, kind });
  if (!rect) throw new Error(`${region} has no load balancer of the web tier.`);
  const bottom = rect.y + rect.height + 16;
  const next = subnets(plan, { kind: "public", title: "Public subnet", top, bottom });
  return { next, balancer: rect, natY: y + small / 2 };
}

/** The app subnets: the web tier, the load balancer of the API tier, the API tier, and endpoints of AWS's services. */
export function appRow(plan: Plan, { y: top, entrance }: { y: number; entrance: Rect }): { next: number; api: Rect } {
  const { estate, region } = plan;
  const y = within(top);
  const web = compute(plan, { id: "web", y });
  const service = balancer(plan, {
    id: "service",
    y: y + tall + space,
    kind: `${loadBalancerOf(estate, region, "api")} Load Balancer`,
  });
  const api = compute(plan, { id: "api", y: y + tall + space + (service ? flat + space : 0) });
  const path = [entrance, web, ...(service ? [service] : []), api];
  path.slice(1).forEach((to, at) => {
    down(plan, path[at] ?? to, to);
  });
  const bottom = endpoints(plan, api) + 16;
  return { next: subnets(plan, { kind: "app", title: "Private subnet: app", top, bottom }), api };
}

/** The endpoints of AWS's services, one in each zone, below the API tier; gives where they end. */
function endpoints({ canvas, estate, region, zones }: Plan, api: Rect): number {
  const y = api.y + api.height + space;
  const all = ofType(estate, "aws_vpc_endpoint", { region });
  const count = all.filter(({ value }) => value.vpc_endpoint_type === "Interface").length;
  const detail = counted(count, "AWS service");
  const what = drawn(estate, "endpoints", { region, name: "Interface endpoints", detail });
  if (!what) return y;
  for (const zone of zones) {
    const { x, width } = inside(zone);
    canvas.beside({ x: x + 20, y, width: width - 28, height: small }, what, small);
    canvas.arrow([
      [x + 20 + small / 2, api.y + api.height],
      [x + 20 + small / 2, y],
    ]);
  }
  return y + small;
}

/** The data subnets: the database, and the cache where there is one. */
export function dataRow(plan: Plan, { y: top, api }: { y: number; api: Rect }): { next: number; database: Rect } {
  const rect = database(plan, within(top));
  down(plan, api, rect);
  const last = cache(plan, rect.y + tall + space / 2) ?? rect;
  const bottom = last.y + tall + 16;
  return { next: subnets(plan, { kind: "data", title: "Private subnet: data", top, bottom }), database: rect };
}

const down = ({ canvas, spine }: Plan, from: Rect, to: Rect): void =>
  canvas.arrow([
    [spine, from.y + from.height],
    [spine, to.y],
  ]);
