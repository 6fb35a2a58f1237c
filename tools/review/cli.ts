import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { Option } from "commander";
import { UserError } from "../../modules/core/user-error";
import { messageOf } from "../../terraform/failures";
import { command } from "../../terraform/process/command";
import { jsonFile } from "../json-file";
import { askAccessAnalyzer } from "./access-analyzer/ask";
import { comment } from "./comment/comment";
import { costOf } from "./cost-of";
import { givenExceptions } from "./exceptions/exceptions";
import { reviewChange } from "./planning/review-change";
import { type Finding, type Review, reviewResult } from "./result";
import { type Beside, type Planned, questionsOf, review } from "./review";
import { type Severity, severities } from "./rules/rule";
import { withSince } from "./since/since";
import { reviewSynthesizedChange } from "./synthesized/review-synthesized";
import { refuseUnheeded } from "./unheeded";
import { writeReview } from "./write";

interface Options {
  readonly plan?: readonly string[];
  readonly synthesized?: boolean;
  readonly since?: string;
  readonly gate: Severity;
  readonly out?: string;
  readonly previous?: string;
  readonly askAccessAnalyzer?: boolean;
  readonly exceptions?: string;
  readonly exceptionsBefore?: string;
}

export const reviewCommand = command({
  name: "review",
  about: "Reviews plans: what changes, what is risky about it, and what can be done.",
  details:
    "Without --plan, it plans the roots that a change affects, and those that read outputs which change by it: with your credentials, in their environment, read-only and without locks. No plan is kept. Secrets are shown as digests. With a secret text of at least 32 characters in REVIEW_DIGEST_KEY, the same one for every review, a later review can tell whether one has changed.",
  options: (program) =>
    program
      .argument(
        "[environment]",
        "one of regions/environments.ts (default: the one of your credentials; with --synthesized, all)",
      )
      .option("--plan <file...>", "plans as terraform show -json writes them, of any Terraform roots")
      .addOption(
        new Option("--synthesized", "plan nothing: compare what is synthesized, without credentials").conflicts([
          "plan",
          "askAccessAnalyzer",
        ]),
      )
      .option("--since <ref>", "commit, branch or tag to compare with (default: where this branch left the main one)")
      .option(
        "--out <folder>",
        "write it there, too: review.md, review.json, review.sarif; if it plans, pictures of what changes",
      )
      .option("--previous <file>", "tell how it differs from an earlier review: its review.json or review.md")
      .option(
        "--ask-access-analyzer",
        "ask AWS whether a policy allows more, where rules cannot tell (a charged call each)",
      )
      .option("--exceptions <file>", "with --plan: findings that somebody answers for, as JSON")
      .option("--exceptions-before <file>", "the same before the change: only what is there, too, is heeded")
      .addOption(
        new Option("--gate <severity>", "fail at findings of this severity or above")
          .choices(severities)
          .default("high"),
      ),
  examples: [
    ["review", "changes of this branch and the working tree"],
    ["review --synthesized", "the same without an account, of every environment, as far as that tells"],
    ["review --plan plan.json", "a plan of any Terraform root"],
  ],
  exitCodes: {
    0: "no finding at the gate or above",
    1: "findings at the gate or above, or a root that cannot be planned",
  },
  result: reviewResult,
  text: (result) => comment(result),
  interrupted: "stopping",
  run: async ({ plan, synthesized, gate, out, previous, ...of }: Options, terminal) => {
    refuseUnheeded({ plan, ...of }, terminal.args[0]);
    const change = () =>
      synthesized ? reviewSynthesizedChange(of.since, terminal) : reviewChange({ ...of, out }, terminal);
    const reviewed = plan ? await reviewPlans(plan, { ...of, signal: terminal.signal }) : await change();
    const result = previous === undefined ? reviewed : withSince(reviewed, textOf(previous));
    if (out !== undefined) writeReview(out, result);
    terminal.show(result);
    const isGrave = ({ severity }: Finding) => severities.indexOf(severity) <= severities.indexOf(gate);
    return result.findings.some(isGrave) || result.notPlanned.length > 0 ? 1 : 0;
  },
});

async function reviewPlans(
  files: readonly string[],
  { signal, askAccessAnalyzer: ask, ...of }: Omit<Options, "gate"> & { readonly signal: AbortSignal },
): Promise<Review> {
  const exceptions = exceptionsOf(of);
  const plans = files.map(read);
  const answers = ask ? { answers: await askAccessAnalyzer(questionsOf(plans), { signal }) } : {};
  return review(plans, {
    costs: costOf(plans),
    digestKey: process.env.REVIEW_DIGEST_KEY || undefined,
    ...exceptions,
    ...answers,
  });
}

const exceptionsOf = ({ exceptions, exceptionsBefore }: Omit<Options, "gate">): Pick<Beside, "exceptions"> =>
  exceptions === undefined ? {} : { exceptions: givenExceptions(exceptions, exceptionsBefore) };

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new UserError(
      `--previous: ${file} cannot be read: ${messageOf(error)}. Give what ./shop review --out has written.`,
    );
  }
}

const read = (file: string): Planned => ({
  root: basename(file, ".json"),
  json: jsonFile("--plan", file, ". Write it with: terraform show -json FILE.tfplan"),
});
