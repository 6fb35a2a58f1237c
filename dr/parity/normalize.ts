import type { Item } from "../inventory/item";
import { withoutGenerated } from "./generated";
import { canonical, type Json } from "./json";
import type { Place } from "./place";
import { chain, type Replace, references, withoutPlace } from "./texts";

/** An item as it would look anywhere: what the place decides is replaced by placeholders. */
export interface Normal {
  readonly type: string;
  readonly name?: string;
  readonly settings: Json;
}

/** Takes the place out of an inventory: region, prefix, zones, account, addresses, and identifiers. */
export function normalize(items: readonly Item[], place: Place): Normal[] {
  const local = chain(withoutPlace(place, ipv6Blocks(items)), withoutGenerated);
  const labels = items.flatMap((item) => handles(item, place).map((one) => [one, label(item, local)] as const));
  const resolved = chain(references(new Map(labels)), local);
  return items.map(({ type, name, settings }) => ({
    type,
    ...(name === undefined ? {} : { name: local(name) }),
    settings: canonical(settings, resolved),
  }));
}

/** What other items refer to this one by; an id that is its name, or its region's, says enough as it is. */
const handles = ({ id, name, handles = [] }: Item, { region }: Place): string[] =>
  [id, ...handles].filter((handle) => handle !== name && handle !== region);

const label = ({ type, name }: Item, local: Replace): string =>
  name === undefined ? `<${type}>` : `<${type} ${local(name)}>`;

const ipv6Blocks = (items: readonly Item[]): string[] =>
  items
    .flatMap(({ type, settings }) => (type === "aws_vpc" ? settings.ipv6CidrBlocks : []))
    .filter((block) => typeof block === "string");
