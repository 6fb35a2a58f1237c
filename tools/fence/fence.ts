import { command } from "../../terraform/process/command";
import { ledText, runSwitch, type SwitchOptions, switchResult } from "./switch-command";
import { withSwitchOptions } from "./switch-options";

/** Keeps customers away from a live region, whatever it answers. */
export const fence = command({
  name: "fence",
  about: "Keeps customers away from a live region, even if it answers again.",
  details:
    "It sends one value to CloudWatch in the state region, and asks the zone's name servers until they know. It needs neither the region nor a control plane of us-east-1.",
  options: (program) =>
    withSwitchOptions(program.argument("<region>", "the live region")).option(
      "--lift",
      "let customers into the region again, as long as it answers",
    ),
  examples: [
    ["fence eu-west-1", "a lost region stays lost for customers until you lift the fence"],
    ["fence eu-west-1 --dry-run", "only ask where customers are led"],
    ["fence eu-west-1 --lift --environment prod", "once its database is as it should be"],
  ],
  exitCodes: { 0: "every name server answers accordingly", 1: "not confirmed, or not every name server knows it yet" },
  confirms: true,
  dryRun: "send nothing; ask where customers are led",
  result: switchResult,
  interrupted: "what was sent stays; it stops asking",
  text: (result) =>
    [
      ...(result.confirmed ? [`${result.region} is ${result.on ? "fenced" : "not fenced any more"}.`] : []),
      ledText(result),
    ].join("\n"),
  run: ({ lift = false, ...options }: SwitchOptions & { readonly lift?: boolean }, terminal) =>
    runSwitch(
      {
        which: "fence",
        on: !lift,
        question: (region) => (lift ? `lift the fence of ${region}` : `keep all customers away from ${region}`),
      },
      options,
      terminal,
    ),
});
