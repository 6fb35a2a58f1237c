import { type ComponentId, components } from "../kinds/components";
import { decisionOn } from "../kinds/decisions";
import type { Drawn } from "../scene/canvas";
import type { About } from "../scene/scene";
import type { Change } from "./changes";
import type { Estate, Resource } from "./estate";

/** Where a component is looked for. */
export interface Where {
  /** A region, or "global". */
  readonly region?: string;
  readonly tier?: string;
  /** Part of the name of a resource that decides, such as the letter of a zone. */
  readonly named?: RegExp;
  /** Types of resources that decide. */
  readonly types?: readonly string[];
}

/** The component that a resource is drawn as, or is part of. */
export function componentOf({ type, tier }: Resource): ComponentId | undefined {
  const decision = decisionOn(type, tier);
  if (decision === undefined || "leaveOut" in decision) return undefined;
  return "draw" in decision ? decision.draw : decision.group;
}

/** The resources of a component. */
export const resourcesOf = (estate: Estate, id: ComponentId, { region, tier, named, types }: Where = {}): Resource[] =>
  estate.resources.filter(
    (resource) =>
      (region === undefined || resource.region === region) &&
      (tier === undefined || resource.tier === tier) &&
      (named === undefined || named.test(resource.name)) &&
      (types === undefined || types.includes(resource.type)) &&
      componentOf(resource) === id,
  );

/** Resources of a type in a region that are not gone. */
export const ofType = (estate: Estate, type: string, where: Where = {}): Resource[] =>
  estate.resources.filter(
    (resource) =>
      resource.type === type &&
      resource.change !== "removed" &&
      (where.region === undefined || resource.region === where.region) &&
      (where.tier === undefined || resource.tier === where.tier),
  );

/** What has happened to some resources together. */
export function changeOf(resources: readonly Resource[]): Change {
  const all = new Set(resources.map(({ change }) => change));
  if (all.size > 1) return "changed";
  return [...all][0] ?? "same";
}

/** What is told of some resources, and the file of their component. */
export const aboutOf = (id: ComponentId, resources: readonly Resource[]): About => {
  const { title, tier, file } = components[id];
  const named = resources
    .slice(0, 12)
    .map(({ root, address }) => `${root}: ${address.replace(/^module\.[^.]+\./, "")}`);
  const more = resources.length > 12 ? [`and ${resources.length - 12} more`] : [];
  const told = [`${title} (tier ${tier}, ${file})`, ...named, ...more].join("\n");
  return { file, told, covers: resources.map(({ root, address }) => `${root} ${address}`) };
};

/** How a component is drawn; undefined where there is nothing of it. */
export function drawn(
  estate: Estate,
  id: ComponentId,
  { name, detail, icon, ...where }: Where & { name?: string; detail?: string | undefined; icon?: string } = {},
): Drawn | undefined {
  const resources = resourcesOf(estate, id, where);
  if (resources.length === 0) return undefined;
  const component = components[id];
  return {
    component: id,
    icon: icon ?? component.icon,
    name: name ?? component.title,
    detail,
    number: component.number,
    change: changeOf(resources),
    about: aboutOf(id, resources),
  };
}

/** What the live root of a tier calls its module with. */
export const given = (estate: Estate, region: string, tier: string): Readonly<Record<string, unknown>> =>
  estate.calls[`${region}/${tier}`] ?? {};

/** How many there are of something, in words: `1 alarm`, `25 alarms`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** What the load balancer of a tier is: functions are called through an Application Load Balancer, all else of the API over a Network Load Balancer. */
export const loadBalancerOf = (estate: Estate, region: string, tier: "web" | "api"): "Application" | "Network" =>
  ofType(estate, "aws_lb", { region, tier }).some(({ value }) => value.load_balancer_type === "network")
    ? "Network"
    : "Application";
