import { aboutOf, changeOf, drawn, given, ofType, resourcesOf } from "../../estate/find";
import { type ComponentId, components } from "../../kinds/components";
import { type Drawn, types } from "../../scene/canvas";
import type { Rect, Tone } from "../../scene/scene";
import { type GroupStyle, styles } from "../../scene/styles";
import { across, inset, inside, type Plan } from "./plan";

/** Height of a band that is one thing, such as a load balancer. */
export const flat = 66;
/** Height of a band with something in each zone. */
export const tall = 122;

/** A load balancer across the zones; gives its rectangle, or undefined where there is none. */
export function balancer(plan: Plan, { id, y, kind }: { id: ComponentId; y: number; kind: string }): Rect | undefined {
  const { canvas, estate, region, middle } = plan;
  const { title } = components[id];
  const what = drawn(estate, id, { region, name: kind, detail: `${title[0]?.toLowerCase()}${title.slice(1)}` });
  if (!what) return undefined;
  const rect = canvas.frame({ ...across(plan), y, height: flat }, "network", what);
  const { x } = inside(middle);
  canvas.beside({ x: x + 16, y, width: rect.x + rect.width - x - 20, height: flat }, what);
  return rect;
}

/** What a band with something in each zone says at its top. */
interface Head {
  readonly id: ComponentId;
  readonly style: GroupStyle;
  readonly text: string;
  readonly detail: string | undefined;
  readonly icon?: string;
}

/** A band across the zones with something in each of them; gives its rectangle. */
export function band(
  plan: Plan,
  { y, head, each }: { y: number; head: Head; each: readonly (Drawn | undefined)[] },
): Rect {
  const { canvas, estate, region, middle, zones } = plan;
  const { id, style, text, detail } = head;
  const resources = resourcesOf(estate, id, { region });
  const about = aboutOf(id, resources);
  const rect = canvas.frame({ ...across(plan), y, height: tall }, style, { change: changeOf(resources), about });
  const its = styles[style];
  const icon = head.icon ?? ("icon" in its ? its.icon : components[id].icon);
  const at = inside(middle);
  const left = at.x + 16;
  canvas.icon({ x: left, y: y + 8, width: 36, height: 36 }, { icon, about });
  let x = left + 46;
  const { number } = components[id];
  if (number !== undefined) x = canvas.badge(number, { x, y: y + 18 }, about);
  canvas.text(text, types.group, { x, y: y + 6, within: { ...at, y, height: tall }, tone: style, about });
  const change = changeOf(resources);
  const told = change === "same" ? detail : change;
  if (told !== undefined) {
    const tone: Tone = change === "same" ? "muted" : change;
    canvas.text(told, types.detail, { x: left + 46, y: y + 28, within: { ...at, y, height: tall }, tone });
  }
  zones.forEach((zone, index) => {
    const what = each[index];
    if (!what) return;
    const cell = { x: inside(zone).x + inset + 10, y: y + 56, width: inside(zone).width - 2 * inset - 20, height: 56 };
    canvas.frame(cell, "security", { change: what.change ?? "same" });
    canvas.beside({ ...cell, x: cell.x + 8, width: cell.width - 10 }, { ...what, number: undefined }, 42);
  });
  return rect;
}

/** The computes of a tier across the zones: an Auto Scaling group, a service of containers, or a function. */
export function compute(plan: Plan, { id, y }: { id: "web" | "api"; y: number }): Rect {
  const { estate, region, zones } = plan;
  const about = aboutOf(id, resourcesOf(estate, id, { region }));
  const { title } = components[id];
  const has = (type: string): boolean => ofType(estate, type, { region, tier: id }).length > 0;
  const { on_demand_per_zone: least, max_per_zone: most } = given(estate, region, id);
  const range = least === undefined || most === undefined ? undefined : `${least} to ${most} in each zone`;
  const cell = (icon: string, name: string, detail: string | undefined): Drawn => ({ icon, name, detail, about });
  const [style, text, what]: [GroupStyle, string, Drawn] = has("aws_autoscaling_group")
    ? ["fleet", "Auto Scaling group", cell("resource/AmazonEC2Instances", "EC2 instances", range)]
    : has("aws_ecs_service")
      ? ["compute", "ECS service", cell("architecture-service/AWSFargate", "Fargate tasks", range)]
      : ["compute", "Lambda function", cell("resource/AWSLambdaLambdaFunction", "Function", "as many as asked for")];
  const icon = style === "fleet" ? undefined : what.icon;
  const head = { id, style, text: title, detail: text, ...(icon === undefined ? {} : { icon }) };
  return band(plan, { y, head, each: zones.map(() => what) });
}
