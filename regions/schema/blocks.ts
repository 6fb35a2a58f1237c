import ipaddr from "ipaddr.js";
import type { FileProblem } from "./explain";

/** An IPv4 block, and where it is declared. */
export interface Block {
  readonly path: string;
  readonly file: string;
  readonly cidr: string;
}

/** Every pair of blocks that share addresses; networks that may be connected must not. */
export const overlappingBlocks = (blocks: readonly Block[]): FileProblem[] =>
  blocks.flatMap(({ path, file, cidr }, index) =>
    blocks
      .slice(0, index)
      .filter((other) => overlap(cidr, other.cidr))
      .map((other) => ({
        path,
        file,
        also: other.file === file ? [] : [other.file],
        message: `${cidr} overlaps ${other.cidr}, which is ${other.path} in ${other.file}. Give one of them a /16 that nothing else uses.`,
      })),
  );

const overlap = (left: string, right: string): boolean => {
  const [address, length] = ipaddr.parseCIDR(left);
  const [other, otherLength] = ipaddr.parseCIDR(right);
  return address.kind() === other.kind() && address.match(other, Math.min(length, otherLength));
};
