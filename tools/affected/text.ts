import type { AffectedRoot } from "./compare";

/** Affected roots for people: a line each, or one for the same change in several environments. */
export function affectedText(roots: readonly AffectedRoot[], verbose: boolean): string {
  const groups = new Map<string, AffectedRoot[]>();
  for (const root of roots) {
    const key = [root.region, root.tier, line(root), ...(verbose ? details(root) : [])].join("\n");
    groups.set(key, [...(groups.get(key) ?? []), root]);
  }
  return [...groups.values()]
    .flatMap(([first, ...others]) => {
      if (!first) return [];
      const environments = [first, ...others].map(({ environment }) => environment).join(", ");
      const head = `${environments} ${first.region} ${first.tier}: ${line(first)}`;
      return verbose ? [head, ...details(first).map((detail) => `  ${detail}`)] : [head];
    })
    .join("\n");
}

function line(root: AffectedRoot): string {
  if (root.is === "new") return `new root, ${resources(root.added.length)}`;
  if (root.is === "removed") return `root removed, ${resources(root.removed.length)}`;
  const written = root.changed.filter(({ attributes }) => attributes.some((name) => name !== "depends_on"));
  const changed = [...names(written.map(({ address }) => address)), ...root.other.map((address) => own(root, address))];
  return (
    [
      ...counts("-", root.removed),
      ...counts("+", root.added),
      ...root.moved.map(({ from, to }) => `moved: ${bare(from)} → ${bare(to)}`),
      ...root.arguments.map((argument) => changedArgument(root, argument)),
      ...(changed.length > 0 ? [`changed: ${changed.join("; ")}`] : []),
    ].join(", ") || "only depends_on"
  );
}

const resources = (count: number): string => (count === 1 ? "1 resource" : `${count} resources and data sources`);

const counts = (sign: string, addresses: readonly string[]): string[] =>
  [...byType(addresses)].map(([type, names]) => `${sign}${names.length} ${type}`);

/** The names of each type where they are few, or how many there are. */
const names = (addresses: readonly string[]): string[] =>
  [...byType(addresses)].map(([type, its]) => (its.length > 4 ? `${its.length} ${type}` : `${type}.${its.join(", ")}`));

const byType = (addresses: readonly string[]): Map<string, string[]> => {
  const found = new Map<string, string[]>();
  for (const address of addresses) {
    const at = bare(address).lastIndexOf(".");
    const [type, name] = [bare(address).slice(0, at), bare(address).slice(at + 1)];
    found.set(type, [...(found.get(type) ?? []), name]);
  }
  return found;
};

const longest = 40;

function changedArgument(root: AffectedRoot, { address, before, after }: AffectedRoot["arguments"][number]): string {
  const [was, is] = [before, after].map((value) => JSON.stringify(value));
  const values = `${was} → ${is}`;
  return values.length > longest ? `${own(root, address)} differs` : `${own(root, address)} ${values}`;
}

const details = (root: AffectedRoot): string[] => [
  ...root.removed.map((address) => `- ${own(root, address)}`),
  ...root.added.map((address) => `+ ${own(root, address)}`),
  ...root.changed.map(({ address, attributes }) => `~ ${own(root, address)}: ${attributes.join(", ")}`),
  ...root.arguments.map(
    ({ address, before, after }) => `~ ${own(root, address)}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`,
  ),
];

/** Within its module. */
const bare = (address: string): string => address.replace(/^module\.[^.]+\./, "");

/** The same, but with the module in a root that calls several. */
const own = ({ tier }: AffectedRoot, address: string): string =>
  address.startsWith(`module.${tier}.`) ? bare(address) : address.replace(/^module\./, "");
