/** What is a name, so that it is told even of the only block in a list. */
const naming: readonly (readonly string[])[] = [
  ["name"],
  ["key"],
  ["Name"],
  ["Key"],
  ["id"],
  ["origin_id"],
  ["path_pattern"],
];

/** What tells the blocks of a list from each other, by the names of their attributes: the first that does, of these. */
const candidates: readonly (readonly string[])[] = [
  ...naming,
  ["namespace", "name"],
  ["sid"],
  ["Sid"],
  ["rule_id"],
  ["device_name"],
  ["rulePriority"],
  ["priority"],
  ["order"],
  ["capacity_provider"],
  ["region_name"],
  ["region"],
  ["header"],
  ["domain_name"],
  ["error_code"],
  ["event_type"],
  ["containerPort", "protocol"],
  ["container_port", "protocol"],
  ["from_port", "to_port", "protocol"],
  ["from_port", "to_port", "protocol", "description"],
  ["from_port", "to_port", "protocol", "cidr_blocks"],
  ["port", "protocol"],
  ["containerPath"],
  ["sourceVolume"],
  ["cidr_block"],
  ["subnet_id"],
  ["attribute_name"],
  ["rule_no"],
  ["type"],
  ["arn"],
];

/** How the blocks of lists are told from each other. */
export interface Identity {
  /** The name of a block, the same in every list. */
  of(block: Block): string;
  /** Whether it is a name, and not only a place or a kind. */
  readonly isName: boolean;
  /** The attributes that the name is of. */
  readonly by: readonly string[];
}

type Block = Readonly<Record<string, unknown>>;

/** What tells the blocks of lists from each other; undefined where nothing does. */
export function identityIn(...lists: readonly (readonly Block[])[]): Identity | undefined {
  const by = candidates.find((names) => lists.every((list) => isUnique(list, names)));
  return by && { of: (block) => labelOf(block, by), isName: naming.includes(by), by };
}

function isUnique(list: readonly Block[], names: readonly string[]): boolean {
  const labels = new Set<string>();
  for (const block of list) {
    if (!names.every((name) => isSaid(block[name]))) return false;
    labels.add(labelOf(block, names));
  }
  return labels.size === list.length;
}

const isSaid = (value: unknown): boolean =>
  (typeof value === "string" && value !== "") ||
  typeof value === "number" ||
  (Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "string"));

/** `/api/*` by its path, `tcp 443` by protocol and ports, `allow-vpn` by its name. */
function labelOf(block: Block, names: readonly string[]): string {
  if (!names.includes("from_port")) return names.map((name) => said(block[name])).join(" ");
  const { protocol, from_port: from, to_port: to } = block;
  const ports = String(from) === String(to) ? `${from}` : `${from}-${to}`;
  const rest = names.slice(3).map((name) => ` ${said(block[name])}`);
  return `${String(protocol) === "-1" ? "all" : `${protocol} ${ports}`}${rest.join("")}`;
}

const said = (value: unknown): string => (Array.isArray(value) ? [...value].sort().join(",") : String(value));
