import { aboutOf, changeOf, resourcesOf } from "../../estate/find";
import type { GroupStyle } from "../../scene/styles";
import { cornerIcon, group } from "../group";
import { inside, type Plan } from "./plan";

/** Space between two things in a subnet, one below the other; arrows are in it. */
export const space = 26;

/** A row of subnets. */
interface Row {
  /** How its subnets are named, before the letter of the zone. */
  readonly kind: "public" | "app" | "data";
  readonly title: string;
  readonly top: number;
  readonly bottom: number;
}

/** Where the content of a row begins that begins at `top`. */
export const within = (top: number): number => top + cornerIcon + 12;

/** The subnets of a row, one in each zone; gives where the next row begins. */
export function subnets({ canvas, estate, region, zones }: Plan, { kind, title, top, bottom }: Row): number {
  const routes = resourcesOf(estate, "subnets", { region });
  for (const zone of zones) {
    const own = resourcesOf(estate, "zones", { region, named: new RegExp(`^${kind}_${zone.letter}$`) });
    const about = aboutOf("subnets", [...own, ...routes]);
    const style: GroupStyle = kind === "public" ? "public" : "private";
    const led = routes.filter(({ name }) => concerns(name, kind, zone.letter));
    const change = changeOf(own) === "same" && changeOf(led) !== "same" ? "changed" : changeOf(own);
    const label = { style, text: title, number: 15, change, about };
    group(canvas, { ...inside(zone), y: top, height: bottom - top }, label);
  }
  return bottom + space / 2;
}

/** Whether a route table or a network ACL is of a subnet, by its name: `routes_app_a`, `app_to_data`; one that names none is of each. */
function concerns(name: string, kind: Row["kind"], letter: string): boolean {
  const [, its, zone = letter] = /_(public|app|data)(?:_([a-z]))?$/.exec(name) ?? [];
  return its === undefined || (its === kind && zone === letter);
}
