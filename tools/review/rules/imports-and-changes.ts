import { finding, ok, type Rule } from "./rule";

const wayOut = "Say in the configuration what is there, import it without a change, and change it afterwards.";

/** Who imports wants to take over what is there as it is. */
export const importsAndChanges: Rule = {
  id: "imports-and-changes",
  about: "Something that was not managed so far is taken over, and changed or replaced in the same apply.",
  severities: ["high", "medium"],
  cannotSee: "Who changed it by hand, and why.",
  wayOut,
  mayBeUnknown: false,
  check: ({ importing, fate }) =>
    importing === undefined || (fate !== "update" && fate !== "replace")
      ? ok
      : finding({
          severity: fate === "replace" ? "high" : "medium",
          why: `It is imported and ${fate === "replace" ? "made anew" : "changed"} by the same apply: what somebody set by hand is undone.`,
          wayOut,
        }),
};
