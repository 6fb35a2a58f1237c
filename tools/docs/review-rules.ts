import { reviewExceptionsPath } from "../../regions/schema/review-exceptions-schema";
import { document, table } from "../modules/markdown";
import { exceptionRules } from "../review/exceptions/rules";
import { rules } from "../review/rules/all";

/** The page about the rules of a plan review. */
export function reviewRules(): [page: string, text: string] {
  const all = [...rules, ...Object.values(exceptionRules)].sort((one, other) => one.id.localeCompare(other.id));
  return [
    "docs/review-rules.md",
    document(
      "<!-- written by ./shop update: edits are lost -->",
      "# What a plan review looks for",
      `\`./shop review\` asks ${all.length} questions of a plan, and of what a change of the code does to an environment. Exceptions and code scanning name a rule by its id, which stays.`,
      table(
        ["Rule", "Severity", "What it looks for", "Way out", "May be not known", "What it cannot see"],
        all.map(({ id, severities, about, wayOut, mayBeUnknown, cannotSee }) => [
          `\`${id}\``,
          severities.join(", "),
          about,
          wayOut,
          mayBeUnknown ? "yes" : "no",
          cannotSee,
        ]),
        "None.",
      ),
      "## Not known",
      "What a rule looks at may be known after the apply only, or not be in the plan at all. Then the review says that it is *not known*, and what the rule cannot see; it never takes that for well. Of a policy whose conditions differ, `--ask-access-analyzer` asks AWS (`CheckNoNewAccess`, a charged call for each): it takes credentials that may do `access-analyzer:CheckNoNewAccess`, as the role of `plan.yml` may. What AWS does not answer stays not known, with its reason.",
      "## Exceptions",
      `A finding that is well as it is gets an exception, with a reason, an owner and a last day, at most a year away: in \`${reviewExceptionsPath}\`, or, for plans of another repository, in a JSON file that \`--exceptions\` names ([its schema](schemas/review-exceptions.json)). It is shown with them, folded, counts for no gate, and is suppressed in SARIF. After its last day the finding is back, with another one about the exception.`,
      "A change cannot make an exception for itself: those of the commit that it is compared with are heeded, and one that it adds, or lets last longer, is a finding (`exception-added`). Have it reviewed and merged by itself; then the change that needs it. For plans of another repository, `--exceptions-before` names the file of that commit; the action takes it from the base of the pull request.",
    ),
  ];
}
