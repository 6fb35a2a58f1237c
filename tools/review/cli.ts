import { basename } from "node:path";
import { Option } from "commander";
import { command } from "../../terraform/process/command";
import { jsonFile } from "../json-file";
import { comment } from "./comment/comment";
import { reviewChange } from "./planning/review-change";
import { type Finding, reviewResult } from "./result";
import { type Planned, review } from "./review";
import { type Severity, severities } from "./rules/rule";
import { writeReview } from "./write";

interface Options {
  readonly plan?: readonly string[];
  readonly since?: string;
  readonly environment?: string;
  readonly gate: Severity;
  readonly out?: string;
}

export const reviewCommand = command({
  name: "review",
  about: "Reviews plans: what changes, what is risky about it, and what can be done.",
  details:
    "Without --plan, it plans the roots that a change affects, and those that read outputs which change by it: with your credentials, in their environment, read-only and without locks. No plan is kept. Secrets are shown as digests. With a secret text of at least 32 characters in REVIEW_DIGEST_KEY, the same one for every review, a later review can tell whether one has changed.",
  options: (program) =>
    program
      .option("--plan <file...>", "plans as terraform show -json writes them, of any Terraform roots")
      .option("--since <ref>", "commit, branch or tag to compare with (default: where this branch left the main one)")
      .option("--environment <name>", "one of regions/environments.ts (default: the one of your credentials)")
      .option("--out <folder>", "write it there, too: review.md, review.json, review.sarif")
      .addOption(
        new Option("--gate <severity>", "fail at findings of this severity or above")
          .choices(severities)
          .default("high"),
      ),
  examples: [
    ["review", "changes of this branch and the working tree"],
    ["review --plan plan.json", "a plan of any Terraform root"],
  ],
  exitCodes: {
    0: "no finding at the gate or above",
    1: "findings at the gate or above, or a root that cannot be planned",
  },
  result: reviewResult,
  text: (result) => comment(result),
  interrupted: "stopping",
  run: async ({ plan, gate, out, ...of }: Options, terminal) => {
    const result = plan ? review(plan.map(read)) : await reviewChange(of, terminal);
    if (out !== undefined) writeReview(out, result);
    terminal.show(result);
    const isGrave = ({ severity }: Finding) => severities.indexOf(severity) <= severities.indexOf(gate);
    return result.findings.some(isGrave) || result.notPlanned.length > 0 ? 1 : 0;
  },
});

const read = (file: string): Planned => ({
  root: basename(file, ".json"),
  json: jsonFile("--plan", file, ". Write it with: terraform show -json FILE.tfplan"),
});
