import { command } from "../../terraform/process/command";
import { ledText, runSwitch, type SwitchOptions, switchResult } from "./switch-command";
import { withSwitchOptions } from "./switch-options";

/** Lets customers into a region that a lost one was rebuilt in. */
export const open = command({
  name: "open",
  about: "Lets customers into a standby region that a lost one was rebuilt in.",
  details:
    "They get it as long as it answers and no live region may get them. It sends one value to CloudWatch in the state region, and asks the zone's name servers until they know.",
  options: (program) =>
    withSwitchOptions(program.argument("<region>", "the standby region")).option(
      "--close",
      "keep customers out of the region again",
    ),
  examples: [
    ["open eu-central-1", "once you have looked at what was recovered"],
    ["open eu-central-1 --dry-run", "only ask where customers are led"],
    ["open eu-central-1 --close", "after the return to the first region"],
  ],
  exitCodes: { 0: "every name server answers accordingly", 1: "not confirmed, or not every name server knows it yet" },
  confirms: true,
  dryRun: "send nothing; ask where customers are led",
  result: switchResult,
  interrupted: "what was sent stays; it stops asking",
  text: (result) =>
    [...(result.confirmed ? [`${result.region} is ${result.on ? "open" : "closed"}.`] : []), ledText(result)].join(
      "\n",
    ),
  run: ({ close = false, ...options }: SwitchOptions & { readonly close?: boolean }, terminal) =>
    runSwitch(
      {
        which: "opening",
        on: !close,
        question: (region) =>
          close
            ? `keep all customers out of ${region}`
            : `let customers into ${region} while no live region may get them`,
      },
      options,
      terminal,
    ),
});
