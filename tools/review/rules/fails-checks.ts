import { failedChecks } from "../../../terraform/plan/checks";
import { finding, notKnown, type PlanRule } from "./rule";

const wayOut = "Change what the check is about; or the check, if it asks for what is not wanted any more.";

/** Who wrote a check wanted it to hold. */
export const failsChecks: PlanRule = {
  id: "fails-checks",
  about: "A check, a condition or a validation of the configuration does not hold.",
  severities: ["high"],
  cannotSee: "Conditions that only the apply can check: it says that they are not known.",
  wayOut,
  mayBeUnknown: true,
  checkPlan: ({ plan }) =>
    failedChecks(plan).map(({ address, status, problems }) => ({
      address,
      verdict:
        status === "unknown"
          ? notKnown("condition", [])
          : finding({
              severity: "high",
              why:
                problems.length > 0
                  ? problems.join(" ")
                  : `The check ${status === "error" ? "could not be made" : "does not hold"}.`,
              wayOut,
            }),
    })),
};
