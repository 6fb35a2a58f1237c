import ipaddr from "ipaddr.js";
import type { Problem } from "./explain";

/** An IPv4 block, and where it was declared. */
export interface Block {
  readonly path: string;
  readonly cidr: string;
}

/** Every pair of blocks that share addresses; networks that may be connected must not. */
export const overlappingBlocks = (blocks: readonly Block[]): Problem[] =>
  blocks.flatMap(({ path, cidr }, index) =>
    blocks
      .slice(0, index)
      .filter((other) => overlap(cidr, other.cidr))
      .map((other) => ({
        path,
        message: `${cidr} overlaps ${other.cidr} of ${other.path}. Choose a /16 that no other region uses.`,
      })),
  );

const overlap = (left: string, right: string): boolean => {
  const [address, length] = ipaddr.parseCIDR(left);
  const [other, otherLength] = ipaddr.parseCIDR(right);
  return address.kind() === other.kind() && address.match(other, Math.min(length, otherLength));
};
