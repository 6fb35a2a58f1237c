import type { Item } from "../inventory/item";
import { offsets } from "./addresses";
import { withoutGenerated } from "./generated";
import { canonical, type Json } from "./json";
import type { Place } from "./place";

/** An item as it would look anywhere: what the place decides is replaced by placeholders. */
export interface Normal {
  readonly type: string;
  readonly name?: string;
  readonly settings: Json;
}

type Replace = (text: string) => string;

/** Takes the place out of an inventory: region, prefix, zones, account, addresses, and identifiers. */
export function normalize(items: readonly Item[], place: Place): Normal[] {
  const local = chain(placeNames(place), addresses(items, place), withoutGenerated);
  const labels = items.flatMap((item) => handles(item, place).map((one) => [one, label(item, local)] as const));
  const resolved = chain(references(new Map(labels)), local);
  return items.map(({ type, name, settings }) => ({
    type,
    ...(name === undefined ? {} : { name: local(name) }),
    settings: canonical(settings, resolved),
  }));
}

const chain =
  (...steps: readonly Replace[]): Replace =>
  (text) =>
    steps.reduce((replaced, step) => step(replaced), text);

/** What other items refer to this one by; an id that is its name, or its region's, says enough as it is. */
const handles = ({ id, name, handles = [] }: Item, { region }: Place): string[] =>
  [id, ...handles].filter((handle) => handle !== name && handle !== region);

const label = ({ type, name }: Item, local: Replace): string =>
  name === undefined ? `<${type}>` : `<${type} ${local(name)}>`;

function placeNames({ region, namePrefix, zones, account }: Place): Replace {
  const names = new Map([
    [namePrefix, "<prefix>"],
    ...Object.entries(zones).map(([letter, zone]): [string, string] => [zone, `<zone-${letter}>`]),
    [account, "<account>"],
  ]);
  // What follows may be a zone's letter: a zone that the place does not use.
  const regions = new RegExp(`(?<![0-9A-Za-z])${escaped(region)}(?=[a-f]?(?![0-9A-Za-z]))`, "g");
  return chain(
    ...[...names].map(([name, placeholder]): Replace => {
      const form = new RegExp(`(?<![0-9A-Za-z])${escaped(name)}(?![0-9A-Za-z])`, "g");
      return (text) => text.replace(form, placeholder);
    }),
    (text) => text.replace(regions, "<region>"),
  );
}

/** The VPC's IPv4 block is declared; the IPv6 block is AWS's choice. */
function addresses(items: readonly Item[], { cidr }: Place): Replace {
  const blocks = items.flatMap(({ type, settings }) => (type === "aws_vpc" ? settings.ipv6CidrBlocks : []));
  const ipv6 = blocks.filter((block) => typeof block === "string");
  return chain(offsets(cidr, "<cidr>"), ...ipv6.map((block) => offsets(block, "<ipv6>")));
}

function references(labels: ReadonlyMap<string, string>): Replace {
  if (labels.size === 0) return (text) => text;
  const longestFirst = [...labels.keys()].sort((left, right) => right.length - left.length);
  const form = new RegExp(`(?<![0-9A-Za-z_-])(?:${longestFirst.map(escaped).join("|")})(?![0-9A-Za-z_-])`, "g");
  return (text) => text.replace(form, (handle) => labels.get(handle) ?? handle);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
