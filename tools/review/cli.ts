import { basename } from "node:path";
import { Option } from "commander";
import { command } from "../../terraform/process/command";
import { jsonFile } from "../json-file";
import { comment } from "./comment/comment";
import { reviewResult } from "./result";
import { type Planned, review } from "./review";
import { type Severity, severities } from "./rules/rule";

interface Options {
  readonly plan: readonly string[];
  readonly gate: Severity;
}

export const reviewCommand = command({
  name: "review",
  about: "Reviews plans: what changes, what is risky about it, and what can be done.",
  options: (program) =>
    program
      .requiredOption("--plan <file...>", "plans as terraform show -json writes them")
      .addOption(
        new Option("--gate <severity>", "fail at findings of this severity or above")
          .choices(severities)
          .default("high"),
      ),
  examples: [["review --plan plan.json", "a plan of any Terraform root"]],
  exitCodes: { 0: "no finding at the gate or above", 1: "findings at the gate or above" },
  result: reviewResult,
  text: (result) => comment(result),
  run: ({ plan, gate }: Options, { show }) => {
    const result = review(plan.map(read));
    show(result);
    return result.findings.some(({ severity }) => severities.indexOf(severity) <= severities.indexOf(gate)) ? 1 : 0;
  },
});

const read = (file: string): Planned => ({
  root: basename(file, ".json"),
  json: jsonFile("--plan", file, ". Write it with: terraform show -json FILE.tfplan"),
});
