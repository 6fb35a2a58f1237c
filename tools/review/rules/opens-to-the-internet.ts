import type { Path } from "../../../terraform/plan/decided";
import type { ResourceChange } from "../../../terraform/plan/resource-changes";
import { blocksIn } from "../../../terraform/values/resource";
import { type After, after } from "../read/after";
import { groupOf, includes, isInternet, type Opening, openingsOf } from "../read/openings";
import { finding, notKnown, ok, type Rule, type Severity, type Surroundings, type Verdict } from "./rule";

const wayOut =
  "Let in the addresses or the security group that need it, or put a load balancer or Session Manager before it.";

/** What is meant for administrators and for programs, by the port that it listens at. */
const delicate: readonly number[] = [
  22, 23, 445, 1433, 1521, 2049, 2375, 3306, 3389, 5432, 5439, 5601, 5900, 5985, 5986, 6379, 8182, 9042, 9092, 9200,
  10250, 11211, 27017,
];
const groups = ["aws_security_group", "aws_default_security_group"];

/** Ports that everybody on the internet can reach are tried by everybody, all the time. */
export const opensToTheInternet: Rule = {
  id: "opens-to-the-internet",
  about: "A security group or a list of addresses lets the whole internet in.",
  severities: ["critical", "high", "low"],
  cannotSee:
    "Network ACLs, rules made elsewhere, whether anything listens, and addresses of others that are not the whole internet.",
  wayOut,
  mayBeUnknown: true,
  types: [...groups, "aws_security_group_rule", "aws_vpc_security_group_ingress_rule", "aws_ec2_managed_prefix_list"],
  check: (change, around) => {
    if (change.after === null) return ok;
    if (change.type === "aws_ec2_managed_prefix_list") return ofList(change);
    const before = openingsBefore(change, around);
    const found = openingsOf(change, change.after)
      .filter((one) => !before.some((other) => includes(other, one)))
      .map((opening): Verdict => {
        const { protocol, from, to, cidr } = opening;
        const ports = from === to ? `port ${from} is` : `ports ${from} to ${to} are`;
        const what = protocol === "-1" ? "Everything is" : `${protocol} ${ports}`;
        return finding({
          severity: severityOf(opening),
          attribute: attributeOf(change),
          why: `${what} open to ${cidr}.`,
          wayOut,
        });
      });
    return [...found, ...(found.length > 0 ? [] : later(change, around))];
  },
};

/** What was open already: of the same group, whichever resource said so. */
function openingsBefore(change: ResourceChange, { ofType }: Surroundings): Opening[] {
  const group = groupOf(change, change.before) ?? groupOf(change, change.after);
  const others = group === undefined ? [] : [...groups, ...rules].flatMap(ofType);
  return [change, ...others.filter((other) => groupOf(other, other.before) === group)].flatMap((one) =>
    openingsOf(one, one.before),
  );
}

const rules = ["aws_security_group_rule", "aws_vpc_security_group_ingress_rule"];

function severityOf({ protocol, from, to }: Opening): Severity {
  if (
    protocol === "-1" ||
    (protocol !== "icmp" && protocol !== "icmpv6" && delicate.some((port) => from <= port && port <= to))
  )
    return "critical";
  if (protocol === "icmp" || protocol === "icmpv6") return "low";
  return from === to && (from === 80 || from === 443) ? "low" : "high";
}

const attributeOf = ({ type }: ResourceChange): string =>
  groups.includes(type) ? "ingress" : type.startsWith("aws_vpc") ? "cidr_ipv4" : "cidr_blocks";

/** Addresses that are known after the apply only. A network's own, or one address, is not the internet. */
function later(change: ResourceChange, around: Surroundings): Verdict[] {
  if (change.type === "aws_security_group_rule" && change.after?.type !== "ingress") return [];
  const paths: Path[] = groups.includes(change.type)
    ? [["ingress"]]
    : [["cidr_blocks"], ["ipv6_cidr_blocks"], ["cidr_ipv4"], ["cidr_ipv6"]];
  return paths.flatMap((path) => {
    const value = after(change, path, around);
    return value.is !== "unknown" || isNarrow(value) ? [] : [notKnown(path.join("."), value.by)];
  });
}

const isNarrow = ({ leadsTo, isFollowed }: Extract<After, { is: "unknown" }>): boolean =>
  isFollowed &&
  leadsTo.every(({ attribute = "" }) =>
    /^(id|.*(cidr_block|cidr_block_associations|_ip|ipv6_addresses))$/.test(attribute),
  );

function ofList({ before, after }: ResourceChange): Verdict[] {
  const [was, is] = [before, after].map((values) =>
    blocksIn(values ?? {}, "entry").flatMap(({ cidr }) => (isInternet(cidr) ? [cidr] : [])),
  );
  return (is ?? [])
    .filter((cidr) => !was?.includes(cidr))
    .map((cidr) =>
      finding({
        severity: "high",
        attribute: "entry",
        why: `${cidr} is in the list, which every rule that uses it lets in.`,
        wayOut,
      }),
    );
}
