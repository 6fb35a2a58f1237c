import { resolve } from "node:path";
import { parseArgs } from "node:util";

/** What of cdktf's own command line matters here; the rest is cdktf's. */
export interface Arguments {
  /** Where cdktf writes the roots. */
  readonly output: string;
  /** Whether it would ask before it changes anything. */
  readonly asks: boolean;
}

/** Reads cdktf's arguments as cdktf does, which takes an option from the environment, too. */
export function readArguments(args: readonly string[], project: string, environment = process.env): Arguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { output: { type: "string", short: "o" }, "auto-approve": { type: "boolean" } },
    strict: false,
  });
  const output = values.output ?? environment.CDKTF_OUTPUT ?? "cdktf.out";
  const approved = values["auto-approve"] ?? values.autoApprove ?? environment.CDKTF_AUTO_APPROVE;
  return {
    output: resolve(project, String(output)),
    asks: positionals.some((word) => changing.includes(word)) && String(approved) !== "true",
  };
}

const changing = ["deploy", "apply", "destroy"];
