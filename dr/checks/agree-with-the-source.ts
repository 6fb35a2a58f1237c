import type { Check } from "../check";
import { evidence } from "../controls";
import { described } from "../parity/difference";
import type { RecoveredRegion } from "./view";

/** What AWS has in the recovered region is what it had in the lost one, but for declared differences. */
export const agreeWithTheSource: Check<RecoveredRegion> = {
  id: "agree-with-the-source",
  title: "Source and recovery are equal in resource types, counts and settings",
  question: "identical",
  controls: evidence.recovery,
  async ask({ compareWithSource }) {
    const { compared, types, differences } = await compareWithSource();
    return {
      seen: `${compared} resources of ${Object.keys(types).length} types`,
      problems: differences.map(described),
    };
  },
};
