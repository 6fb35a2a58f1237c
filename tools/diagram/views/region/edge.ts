import type { Estate } from "../../estate/estate";
import { aboutOf, counted, drawn, ofType, resourcesOf } from "../../estate/find";
import { regionRoles } from "../../estate/roles";
import { type Drawn, types } from "../../scene/canvas";
import type { Point, Rect } from "../../scene/scene";
import { shield } from "../edge-services";
import { firstRow, grid, gridHeight, present } from "../grid";
import { group } from "../group";
import type { Plan } from "./plan";

const apart = 20;
/** The least that the edge and the other regions need. */
const [narrowEdge, othersWidth] = [414, 270];
const height = gridHeight(1, 1);

type Span = Pick<Rect, "x" | "width">;

/**
 * What leads customers to a region: the edge, with CloudFront above the way of the requests, DNS, and the other regions;
 * the customers are over it. Gives the edge's rectangle.
 */
export function edge(plan: Plan, { left, right, y }: { left: number; right: number; y: number }): Rect {
  const { canvas, estate, spine } = plan;
  const top = y + 56 + 52;
  const places = placesOf({ left, right, spine });
  const { rect, shared } = { rect: { ...places.edge, y: top, height }, shared: { ...places.shared, y: top, height } };
  row(plan, { rect, title: "Edge locations", all: edgeOf(estate) });
  const [zone = spine] =
    row(plan, { rect: shared, title: "Shared by all regions", all: sharedOf(estate) }).at(-1) ?? [];
  row(plan, { rect: { ...places.others, y: top, height }, title: "Other regions", all: others(plan) });
  const outside = { x: 0, y, width: canvas.width, height: 108 };
  canvas.icon({ x: spine - 28, y, width: 56, height: 56 }, { icon: "resource/Users" });
  canvas.text("Customers", types.group, { x: spine - 42, y: y + 16, anchor: "end", within: outside });
  const inner = top + firstRow;
  canvas.arrow([
    [spine, y + 56],
    [spine, inner],
  ]);
  canvas.text("HTTPS", types.detail, { x: spine + 12, y: y + 66, within: outside, tone: "muted" });
  canvas.arrow([
    [spine + 28, y + 28],
    [zone, y + 28],
    [zone, inner],
  ]);
  canvas.text("DNS", types.detail, { x: zone + 12, y: y + 66, within: outside, tone: "muted" });
  return rect;
}

/** Where the three groups are: the edge is over the spine, the others at its right, or on both sides where there is room. */
function placesOf({
  left,
  right,
  spine,
}: Record<"left" | "right" | "spine", number>): Record<"edge" | "shared" | "others", Span> {
  const from = spine - narrowEdge / 2;
  if (from - apart - left < othersWidth) {
    const edge = { x: left, width: 2 * (spine - left) };
    const shared = { x: edge.x + edge.width + apart, width: 452 };
    const x = shared.x + shared.width + apart;
    return { edge, shared, others: { x, width: right - x } };
  }
  const x = from + narrowEdge + apart;
  return {
    others: { x: left, width: from - apart - left },
    edge: { x: from, width: narrowEdge },
    shared: { x, width: right - x },
  };
}

const row = ({ canvas }: Plan, { rect, title, all }: { rect: Rect; title: string; all: readonly Drawn[] }): Point[] => {
  group(canvas, rect, { style: "generic", text: title });
  return grid(canvas, all, { ...rect, columns: all.length });
};

const edgeOf = (estate: Estate): Drawn[] =>
  present([
    drawn(estate, "waf", { region: "global", detail: "web ACL" }),
    drawn(estate, "cloudfront", { detail: "nearest region" }),
    shield(estate),
  ]);

const sharedOf = (estate: Estate): Drawn[] =>
  present([
    drawn(estate, "permissions", { detail: "IAM and OIDC" }),
    drawn(estate, "certificates", { region: "global", detail: "ACM" }),
    drawn(estate, "route53", { detail: counted(ofType(estate, "aws_route53_health_check").length, "health check") }),
  ]);

/** At most two other regions, with what they are for: first what a loss needs. */
const others = ({ estate, region }: Plan): Drawn[] =>
  regionRoles(estate)
    .filter((one) => one.region !== region)
    .slice(0, 2)
    .map(({ region: name, component, role }) => ({
      ...{ icon: "architecture-group/Region", name, detail: role },
      about: aboutOf(component, resourcesOf(estate, component, { region: name })),
    }));
