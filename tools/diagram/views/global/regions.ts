import type { Estate } from "../../estate/estate";
import { drawn, given, loadBalancerOf } from "../../estate/find";
import { type RegionRole, regionRoles } from "../../estate/roles";
import { type Canvas, type Drawn, types } from "../../scene/canvas";
import type { Rect } from "../../scene/scene";
import { images, standing } from "../before-a-loss";
import { grid, gridHeight, present } from "../grid";
import { group } from "../group";

/** Between two regions. */
const gap = 24;
/** Cells narrower than this would cut off what they say. */
const narrow = 128;
const roleHeight = 36;

/** A region in the picture, and what it is for. */
export interface Placed extends RegionRole {
  readonly rect: Rect;
}

/** Every region as a column with its role and what it has. */
export function regions(canvas: Canvas, estate: Estate, at: Omit<Rect, "height">): Placed[] {
  const roles = regionRoles(estate);
  const width = (at.width - gap * (roles.length - 1)) / roles.length;
  const columns = (width - 16) / 2 < narrow ? 1 : 2;
  const all = roles.map((role) => ({ ...role, has: contentOf(estate, role) }));
  const height = Math.max(...all.map(({ has }) => gridHeight(has.length, columns))) + roleHeight + 8;
  return all.map(({ has, ...role }, index) => {
    const rect = { x: at.x + index * (width + gap), y: at.y, width, height };
    group(canvas, rect, { style: "region", text: `Region ${role.region}` });
    const text = { x: rect.x + 16, y: rect.y + 44, within: rect, tone: "muted" } as const;
    canvas.text(tellRole(estate, role), types.detail, text);
    grid(canvas, has, { x: rect.x, y: rect.y + roleHeight, width, columns });
    return { ...role, rect };
  });
}

function tellRole(estate: Estate, { region, role }: RegionRole): string {
  const { cidr } = given(estate, region, "network");
  if (role === "live") return `live, VPC ${cidr}`;
  const lost = estate.recoveries.filter(({ target }) => target === region).map((one) => one.lost);
  if (lost.length > 1) return `${lost.length} regions are rebuilt here`;
  if (lost.length > 0) return `${lost.join()} is rebuilt here`;
  return role === "states" ? "global services and their states" : "audit, and states of global tiers";
}

const contentOf = (estate: Estate, { region, role }: RegionRole): Drawn[] => {
  if (role !== "live") return standing(estate, region);
  const its = { region };
  return present([
    drawn(estate, "web", { ...its, detail: "behind its ALB" }),
    drawn(estate, "api", {
      ...its,
      detail: loadBalancerOf(estate, region, "api") === "Network" ? "behind its NLB" : "behind its ALB",
    }),
    drawn(estate, "database", { ...its, detail: "writer, readers" }),
    drawn(estate, "cloudwatch", its),
    drawn(estate, "cache", its),
    drawn(estate, "identity", its),
    drawn(estate, "intake", its),
    drawn(estate, "worker", { ...its, name: "Event worker" }),
    drawn(estate, "guardduty", its),
    drawn(estate, "backups", its),
    images(estate, region),
    drawn(estate, "states", { ...its, name: "Amazon S3", detail: "states" }),
  ]);
};
