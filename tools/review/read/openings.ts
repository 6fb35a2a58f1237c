import ipaddr from "ipaddr.js";
import type { Attributes, ResourceChange } from "../../../terraform/plan/resource-changes";
import { blocksIn, numberIn } from "../../../terraform/values/resource";

/** Traffic that a security group lets in. */
export interface Opening {
  readonly cidr: string;
  /** `tcp`, `udp`, `icmp` …; `-1` for all. */
  readonly protocol: string;
  readonly from: number;
  readonly to: number;
}

/** What was found about blocks of addresses: most plans have few, each many times, and they are slow to read. */
const known = new Map<string, boolean>();

/** Whether a block of addresses is the internet, or so much of it that it makes no difference. */
export function isInternet(cidr: unknown): cidr is string {
  if (typeof cidr !== "string") return false;
  const found = known.get(cidr) ?? isWide(cidr);
  known.set(cidr, found);
  return found;
}

function isWide(cidr: string): boolean {
  if (!ipaddr.isValidCIDR(cidr)) return false;
  const [address, bits] = ipaddr.parseCIDR(cidr);
  return bits < (address.kind() === "ipv4" ? 8 : 16) && !["uniqueLocal", "private"].includes(address.range());
}

/** What a resource lets in from the internet, by its type: a group with its rules, or one rule. */
export const openingsOf = (of: Pick<ResourceChange, "type">, values: Attributes | null): Opening[] =>
  ingressOf(of, values).filter(({ cidr }) => isInternet(cidr));

/** What a resource lets in from any address. */
export function ingressOf({ type }: Pick<ResourceChange, "type">, values: Attributes | null): Opening[] {
  if (values === null) return [];
  if (type === "aws_security_group_rule") return values.type === "ingress" ? openings(values) : [];
  return type === "aws_vpc_security_group_ingress_rule"
    ? openings(values)
    : blocksIn(values, "ingress").flatMap(openings);
}

/** The id of the group that rules are of. */
export const groupOf = ({ type }: Pick<ResourceChange, "type">, values: Attributes | null): unknown =>
  type.endsWith("security_group") ? values?.id : values?.security_group_id;

function openings(rule: Attributes): Opening[] {
  const cidrs = ["cidr_blocks", "ipv6_cidr_blocks", "cidr_ipv4", "cidr_ipv6"]
    .flatMap((name) => rule[name] ?? [])
    .filter((cidr) => typeof cidr === "string");
  const protocol = `${rule.protocol ?? rule.ip_protocol ?? "-1"}`.toLowerCase().replace(/^all$/, "-1");
  const every = protocol === "-1";
  const [from, to] = [numberIn(rule, "from_port") ?? 0, numberIn(rule, "to_port") ?? 65_535];
  return cidrs.map((cidr) => ({ cidr, protocol, from: every ? 0 : from, to: every ? 65_535 : to }));
}

/** Whether a block of addresses holds all of another one. */
export function holds(wide: string, narrow: string): boolean {
  if (wide === narrow) return true;
  if (!ipaddr.isValidCIDR(wide) || !ipaddr.isValidCIDR(narrow)) return false;
  const [block, [address, bits]] = [ipaddr.parseCIDR(wide), ipaddr.parseCIDR(narrow)];
  return block[0].kind() === address.kind() && block[1] <= bits && address.match(block);
}

/** Whether an opening lets in all that another one does, from whichever addresses. */
export const includes = (wide: Opening, narrow: Opening): boolean =>
  isIpv6(wide) === isIpv6(narrow) &&
  (wide.protocol === "-1" || wide.protocol === narrow.protocol) &&
  wide.from <= narrow.from &&
  wide.to >= narrow.to;

const isIpv6 = ({ cidr }: Opening): boolean => cidr.includes(":");
