import { finding, notKnown, type PlanRule } from "./rule";

/** What no drill has rebuilt may not be rebuilt when it matters. */
export const leavesTheDrill: PlanRule = {
  id: "leaves-the-drill",
  about: "A region that can be recovered gets something that the recovery does not make, or that no drill has made.",
  severities: ["high"],
  cannotSee: "Whether what the recovery makes works. It knows the roots of this platform only.",
  checkPlan: ({ changes, recovery }) => {
    if (recovery === undefined) return [];
    return changes.flatMap(({ address, type, fate }) => {
      const [, tier] = /^module\.(\w+)\./.exec(address) ?? [];
      if (fate !== "create" || tier === undefined || !recovery.tiers.has(tier)) return [];
      if (!type.startsWith("aws_")) return [{ address, verdict: notKnown("type", [type]) }];
      if (recovery.types.has(type)) return [];
      return [
        {
          address,
          verdict: finding({
            severity: "high",
            why: `The recovery of the ${tier} tier makes no ${type}, so no drill has rebuilt one: when the region is lost, it is lost, too.`,
            wayOut:
              "Make it in the tier's module, so that the recovery calls it, give it a reader in dr/inventory, and drill.",
          }),
        },
      ];
    });
  },
};
