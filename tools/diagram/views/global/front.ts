import type { Estate } from "../../estate/estate";
import { counted, drawn, ofType } from "../../estate/find";
import { type Canvas, types } from "../../scene/canvas";
import type { Point, Rect } from "../../scene/scene";
import { shield } from "../edge-services";
import { besideIcon, grid, gridHeight, present } from "../grid";
import { group } from "../group";

/** What all customers meet first: DNS and the edge, with the customers above; gives its rectangle, and where CloudFront is. */
export function front(
  canvas: Canvas,
  estate: Estate,
  { x, y, width }: Omit<Rect, "height">,
): { rect: Rect; cloudfront: Point } {
  const checks = ofType(estate, "aws_route53_health_check").length;
  const top = y + 56 + 60;
  const edge = present([
    shield(estate),
    drawn(estate, "waf", { region: "global", detail: "web ACL" }),
    drawn(estate, "cloudfront", { detail: "one for all regions" }),
  ]);
  const names = present([
    drawn(estate, "certificates", { region: "global", detail: "ACM" }),
    drawn(estate, "route53", { detail: counted(checks, "health check") }),
    drawn(estate, "secrets", { region: "global", name: "Secrets", detail: "of the origin" }),
    drawn(estate, "keys", { region: "global", name: "KMS", detail: "of the query log" }),
    drawn(estate, "cloudwatch", { region: "global", detail: counted(alarms(estate), "alarm") }),
    drawn(estate, "permissions", { detail: "IAM and OIDC" }),
  ]);
  const height = gridHeight(1, 1);
  const share = (width - 24) / (edge.length + names.length);
  const left = { x, y: top, width: share * edge.length, height };
  const right = { x: x + left.width + 24, y: top, width: share * names.length, height };
  group(canvas, left, { style: "generic", text: "Edge locations" });
  group(canvas, right, { style: "generic", text: "Shared by all regions" });
  const [, , cloudfront = [x, top]] = grid(canvas, edge, { ...left, columns: edge.length });
  const [, route53 = [x, top]] = grid(canvas, names, { ...right, columns: names.length });
  customers(canvas, { y, cloudfront, route53 });
  return { rect: { x, y: top, width, height }, cloudfront };
}

const alarms = (estate: Estate): number => ofType(estate, "aws_cloudwatch_metric_alarm", { region: "global" }).length;

function customers(canvas: Canvas, { y, cloudfront, route53 }: { y: number; cloudfront: Point; route53: Point }): void {
  const [x] = cloudfront;
  const outside = { x: 0, y, width: canvas.width, height: 120 };
  canvas.icon({ x: x - 28, y, width: 56, height: 56 }, { icon: "resource/Users" });
  canvas.text("Customers", types.group, { x: x - 42, y: y + 16, anchor: "end", within: outside });
  canvas.arrow([
    [x, y + 56],
    [x, cloudfront[1] - besideIcon],
  ]);
  canvas.text("HTTPS", types.detail, { x: x + 12, y: y + 66, within: outside, tone: "muted" });
  canvas.arrow([
    [x + 28, y + 28],
    [route53[0], y + 28],
    [route53[0], route53[1] - besideIcon],
  ]);
  canvas.text("DNS", types.detail, { x: route53[0] + 12, y: y + 66, within: outside, tone: "muted" });
}
