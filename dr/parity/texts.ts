import { literally } from "../../terraform/literally";
import { withoutModuleFolders } from "../lookup/module-folders";
import { offsets } from "./addresses";
import type { Place } from "./place";

/** Makes of a text what it would be elsewhere. */
export type Replace = (text: string) => string;

/** One after the other. */
export const chain =
  (...steps: readonly Replace[]): Replace =>
  (text) =>
    steps.reduce((replaced, step) => step(replaced), text);

/** Takes out what the place decides: folders of modules, prefix, zones, account, region, and addresses. The IPv4 block is declared; IPv6 blocks are AWS's choice. */
export const withoutPlace = (place: Place, ipv6Blocks: readonly string[]): Replace =>
  chain(
    withoutModuleFolders,
    placeNames(place),
    offsets(place.cidr, "<cidr>"),
    ...ipv6Blocks.map((block) => offsets(block, "<ipv6>")),
  );

function placeNames({ region, namePrefix, zones, account, run }: Place): Replace {
  const names = new Map([
    [namePrefix, "<prefix>"],
    [run, "<prefix>"],
    ...Object.entries(zones).map(([letter, zone]): [string, string] => [zone, `<zone-${letter}>`]),
    [account, "<account>"],
  ]);
  // What follows may be a zone's letter: a zone that the place does not use.
  const regions = new RegExp(`(?<![0-9A-Za-z])${literally(region)}(?=[a-f]?(?![0-9A-Za-z]))`, "g");
  return chain(
    ...[...names].map(([name, placeholder]): Replace => {
      const form = new RegExp(`(?<![0-9A-Za-z])${literally(name)}(?![0-9A-Za-z])`, "g");
      return (text) => text.replace(form, placeholder);
    }),
    (text) => text.replace(regions, "<region>"),
  );
}

/** Replaces what resources are referred to by with their labels. */
export function references(labels: ReadonlyMap<string, string>): Replace {
  if (labels.size === 0) return (text) => text;
  const longestFirst = [...labels.keys()].sort((left, right) => right.length - left.length);
  const form = new RegExp(`(?<![0-9A-Za-z_-])(?:${longestFirst.map(literally).join("|")})(?![0-9A-Za-z_-])`, "g");
  return (text) => text.replace(form, (handle) => labels.get(handle) ?? handle);
}
