import { Fn } from "cdktf";
import { type ZoneLetter, zoneLetters } from "../core/zones";

/** First slot of each layer: the letters of its zones follow, so that dropping a zone renumbers nothing. */
const slots = { public: 0, app: 8, data: 16 } as const;

/** What a subnet is for: facing the internet, outbound only, or cut off. */
export type Layer = keyof typeof slots;

const slot = (layer: Layer, letter: ZoneLetter): number => slots[layer] + zoneLetters.indexOf(letter);

/** The IPv4 block of a subnet: a /21 of the VPC's /16. */
export const ipv4Block = (vpcBlock: string, layer: Layer, letter: ZoneLetter): string =>
  Fn.cidrsubnet(vpcBlock, 5, slot(layer, letter));

/** The IPv6 block of a subnet: a /64 of the VPC's /56. */
export const ipv6Block = (vpcBlock: string, layer: Layer, letter: ZoneLetter): string =>
  Fn.cidrsubnet(vpcBlock, 8, slot(layer, letter));
