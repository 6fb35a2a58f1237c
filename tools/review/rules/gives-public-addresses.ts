import type { Path } from "../../../terraform/plan/decided";
import type { Attributes, ResourceChange } from "../../../terraform/plan/resource-changes";
import { blocksIn } from "../../../terraform/values/resource";
import { also } from "../guards/also";
import { type Guard, off } from "../guards/guard";
import { weakening } from "../guards/weakening";
import { isOfNew } from "../read/of-new";
import { isInternet } from "../read/openings";
import { finding, ok, type Rule, type Verdict } from "./rule";

const address = (path: Path): Guard => ({ ...off(path, "A public address for what starts in it"), enough: 0 });
const means = "What was private can be reached from outside, as far as security groups let it.";
const wayOut = "Leave it private, and let it out through a NAT gateway.";

/** A private subnet is one without public addresses and without a route to the internet. */
export const givesPublicAddresses: Rule = also(
  weakening({
    id: "gives-public-addresses",
    about: "A subnet, an instance or a task that was private gets public addresses, or a route to the internet.",
    cannotSee: "Which subnets use a route table that is in another plan.",
    guards: {
      aws_default_subnet: [address(["map_public_ip_on_launch"])],
      aws_ecs_service: [
        { ...off(["network_configuration", 0, "assign_public_ip"], "A public address for each task"), enough: 0 },
      ],
      aws_instance: [{ ...off(["associate_public_ip_address"], "A public address"), enough: 0 }],
      aws_launch_template: [
        { ...off(["network_interfaces", 0, "associate_public_ip_address"], "A public address"), enough: 0 },
      ],
      aws_subnet: [address(["map_public_ip_on_launch"])],
    },
    weaker: "medium",
    means,
    wayOut,
  }),
  {
    aws_route: (change, around) => [
      leadsOut(change.after) && !leadsOut(change.before) && !isOfNew(change, "route_table_id", around)
        ? bad("gateway_id")
        : ok,
    ],
    aws_route_table: (change) => inTable(change),
    aws_default_route_table: (change) => inTable(change),
  },
  ["high"],
);

/** Inline routes of a table that was there before. */
function inTable({ before, after }: ResourceChange): Verdict[] {
  const leads = (values: Attributes | null) => blocksIn(values ?? {}, "route").some(leadsOut);
  return [before !== null && leads(after) && !leads(before) ? bad("route") : ok];
}

const leadsOut = (route: Attributes | null): boolean =>
  /^igw-/.test(`${route?.gateway_id}`) &&
  [route?.destination_cidr_block, route?.destination_ipv6_cidr_block, route?.cidr_block, route?.ipv6_cidr_block].some(
    isInternet,
  );

const bad = (attribute: string): Verdict =>
  finding({
    severity: "high",
    attribute,
    why: `The table has a route to the internet, and had none. ${means}`,
    wayOut,
  });
