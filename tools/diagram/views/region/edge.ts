import type { Estate } from "../../estate/estate";
import { aboutOf, counted, drawn, ofType, regionRoles, resourcesOf } from "../../estate/find";
import { cellHeight, type Drawn, types } from "../../scene/canvas";
import type { Rect } from "../../scene/scene";
import { shield } from "../edge-services";
import { cornerIcon, group } from "../group";
import type { Plan } from "./plan";

const icon = 56;
const height = cornerIcon + 14 + cellHeight(icon) + 10;

/**
 * What leads customers to a region: the edge, with CloudFront above the way of the requests, DNS, and the other regions;
 * the customers are over it. Gives the edge's rectangle.
 */
export function edge(plan: Plan, { left, right, y }: { left: number; right: number; y: number }): Rect {
  const { canvas, estate, spine } = plan;
  const top = y + 56 + 52;
  const rect = { x: left, y: top, width: 2 * (spine - left), height };
  row(plan, { rect, title: "Edge locations", all: edgeOf(estate) });
  const shared = { ...rect, x: rect.x + rect.width + 20, width: 452 };
  row(plan, { rect: shared, title: "Shared by all regions", all: sharedOf(estate) });
  const x = shared.x + shared.width + 20;
  row(plan, { rect: { x, y: top, width: right - x, height }, title: "Other regions", all: others(plan) });
  const outside = { x: 0, y, width: canvas.width, height: 108 };
  canvas.icon({ x: spine - 28, y, width: 56, height: 56 }, { icon: "resource/Users" });
  canvas.text("Customers", types.group, { x: spine - 42, y: y + 16, anchor: "end", within: outside });
  const inner = top + cornerIcon + 14;
  canvas.arrow([
    [spine, y + 56],
    [spine, inner],
  ]);
  canvas.text("HTTPS", types.detail, { x: spine + 12, y: y + 66, within: outside, tone: "muted" });
  const zone = shared.x + shared.width - 12 - (shared.width - 24) / 6;
  canvas.arrow([
    [spine + 28, y + 28],
    [zone, y + 28],
    [zone, inner],
  ]);
  canvas.text("DNS", types.detail, { x: zone + 12, y: y + 66, within: outside, tone: "muted" });
  return rect;
}

function row(
  { canvas }: Plan,
  { rect, title, all }: { rect: Rect; title: string; all: readonly (Drawn | undefined)[] },
): void {
  group(canvas, rect, { style: "generic", text: title });
  const width = (rect.width - 24) / all.length;
  all.forEach((what, at) => {
    const x = rect.x + rect.width / 2 + (at - all.length / 2) * width;
    if (what) canvas.below({ x, y: rect.y + cornerIcon + 14, width, height: cellHeight(icon) }, what, icon);
  });
}

const edgeOf = (estate: Estate): (Drawn | undefined)[] => [
  drawn(estate, "waf", { region: "global", detail: "web ACL" }),
  drawn(estate, "cloudfront", { detail: "nearest region" }),
  shield(estate),
];

const sharedOf = (estate: Estate): (Drawn | undefined)[] => [
  drawn(estate, "permissions", { detail: "IAM and OIDC" }),
  drawn(estate, "certificates", { region: "global", detail: "ACM" }),
  drawn(estate, "route53", { detail: counted(ofType(estate, "aws_route53_health_check").length, "health check") }),
];

/** At most two other regions, with what they are for: first what a loss needs. */
const others = ({ estate, region }: Plan): Drawn[] =>
  regionRoles(estate)
    .filter((one) => one.region !== region)
    .slice(0, 2)
    .map(({ region: name, component, role }) => ({
      ...{ icon: "architecture-group/Region", name, detail: role },
      about: aboutOf(component, resourcesOf(estate, component, { region: name })),
    }));
