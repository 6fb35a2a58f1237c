import { finding, ok, type Rule } from "./rule";
import { holdsData } from "./stateful";

const wayOut = "Import it into the root that it belongs to, in the same pull request.";

/** What nobody manages any more is changed by hand, or not at all. */
export const forgetsResources: Rule = {
  id: "forgets-resources",
  about: "A resource stays as it is, and Terraform manages it no longer.",
  severities: ["medium", "low"],
  cannotSee: "Whether another root takes it over.",
  wayOut,
  mayBeUnknown: false,
  check: ({ type, forgets }) =>
    forgets
      ? finding({
          severity: holdsData[type] === undefined ? "low" : "medium",
          why: "It stays as it is, and nobody manages it any more: no plan, drift check or recovery knows it.",
          wayOut,
        })
      : ok,
};
