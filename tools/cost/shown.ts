import { chart } from "./chart";
import { csv } from "./csv";
import { dollars } from "./range";
import type { CostResult } from "./result";
import { safetyText } from "./safety-text";
import { costText, type Shown } from "./text";

/** The result for people, in the format that they chose. */
export function shownAs(result: CostResult, { format, ...shown }: Shown & { readonly format?: string }): string {
  if (format === "csv") return csv(result.environments);
  if (format === "svg") return chart(result.environments);
  if (result.changes.length > 0) return changes(result);
  return [
    costText(result.environments, shown),
    result.architecture.map(architecture).join("\n"),
    result.safety.length > 0 ? safetyText(result.safety) : "",
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

const changes = ({ changes: all }: CostResult): string =>
  all.map(({ environment, line }) => `${environment}: ${line ?? "nothing that is worth telling changes."}`).join("\n");

const architecture = ({ region, text, usd, uncertain }: CostResult["architecture"][number]): string =>
  `The architecture assumes ${text}: ${usd === null ? "no price" : `${dollars(usd)} USD a month`} in ${region} (${uncertain.join("; ")}).`;
