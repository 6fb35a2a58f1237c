import type { ResourceChange } from "../../../terraform/plan/resource-changes";
import { after } from "../read/after";
import { holds, includes, ingressOf, isInternet, type Opening } from "../read/openings";
import { finding, notKnown, ok, type Rule, type Surroundings, type Verdict } from "./rule";

const wayOut = "Let in the addresses and ports that are needed, or the security group of who needs them.";

/** Inside a network, too, nobody should reach more than needed: whoever is in has all of it before them. */
export const widensIngress: Rule = {
  id: "widens-ingress",
  about: "What a security group lets in from private addresses is more than it was.",
  severities: ["medium"],
  cannotSee: "Rules that are added, rules that name a group instead of addresses, and who stands at the addresses.",
  wayOut,
  mayBeUnknown: true,
  types: ["aws_security_group", "aws_security_group_rule", "aws_vpc_security_group_ingress_rule"],
  check: (change, around): Verdict | Verdict[] => {
    const [before, become] = [ingressOf(change, change.before), ingressOf(change, change.after)];
    if (change.after === null || before.length === 0) return ok;
    const found = become
      .filter(({ cidr }) => !isInternet(cidr))
      .flatMap((opening) => {
        const was = before.filter((one) => isWithin(one, opening));
        const isThere = before.some((one) => isWithin(opening, one));
        if (was.length === 0 || isThere) return [];
        return finding({
          severity: "medium",
          attribute: change.type === "aws_security_group" ? "ingress" : "cidr_blocks",
          why: `It lets in ${inWords(opening)}, instead of ${was.map(inWords).join(" and ")}.`,
          wayOut,
        });
      });
    return found.length > 0 ? found : later(change, around);
  },
};

/** Addresses that are known after the apply only. */
const later = (change: ResourceChange, around: Surroundings): Verdict[] =>
  (change.type === "aws_security_group" ? ["ingress"] : ["cidr_blocks", "cidr_ipv4", "cidr_ipv6"]).flatMap((name) => {
    const value = after(change, [name], around);
    return value.is === "unknown" ? [notKnown(name, value.by)] : [];
  });

const isWithin = (narrow: Opening, wide: Opening): boolean => includes(wide, narrow) && holds(wide.cidr, narrow.cidr);

function inWords({ cidr, protocol, from, to }: Opening): string {
  if (protocol === "-1") return `${cidr} on every port`;
  return `${cidr} on ${protocol} ${from === to ? `port ${from}` : `ports ${from} to ${to}`}`;
}
