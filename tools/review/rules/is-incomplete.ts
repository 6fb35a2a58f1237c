import { finding, type PlanRule } from "./rule";

/** What is not in a plan is not reviewed. */
export const isIncomplete: PlanRule = {
  id: "is-incomplete",
  about: "The plan does not hold all that is to change: it broke off, or puts something off.",
  severities: ["high", "medium"],
  cannotSee: "What is missing.",
  wayOut: "Mend the error, or apply what it waits for first; then plan and review again.",
  mayBeUnknown: false,
  checkPlan: ({ root, plan }) => {
    if (plan.errored === true)
      return [
        {
          address: root,
          verdict: finding({
            severity: "high",
            why: "Planning broke off with an error: what would change after that, nobody knows.",
            wayOut: "Mend the error that terraform plan prints, and plan again.",
          }),
        },
      ];
    return plan.deferred_changes.map(({ reason, resource_change: { address } }) => ({
      address,
      verdict: finding({
        severity: "medium",
        why: `It is put off to a later plan (${reason}), which nobody has reviewed.`,
        wayOut: "Apply what it waits for first, plan again, and review that.",
      }),
    }));
  },
};
