import type { Check } from "../check";
import { evidence } from "../controls";
import { described } from "../parity/difference";
import type { RecoveredRegion } from "./view";

/** What Terraform has in its state of the recovery is what it had in those of the source, but for declared differences. */
export const agreeAddressByAddress: Check<RecoveredRegion> = {
  id: "agree-address-by-address",
  title: "The Terraform states are equal, address by address",
  question: "identical",
  controls: evidence.recovery,
  async ask({ compareStates }) {
    const { resources, attributes, differences } = compareStates();
    if (attributes === 0) throw new Error("the states of source and recovery have no attribute at one address");
    return {
      seen: `${attributes} attributes of ${resources} resources`,
      problems: differences.map(described),
    };
  },
};
