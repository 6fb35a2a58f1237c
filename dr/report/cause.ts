import { withoutControls } from "../../terraform/process/without-controls";

/** The one line of an error that says why: Terraform's own, where it is one of Terraform's. */
export function causeOf(error = ""): string {
  const lines = linesOf(error);
  const line = lines.find((one) => one.startsWith("Error: ")) ?? lines[0] ?? "no reason is known";
  const cut = line.length > 300 ? `${line.slice(0, 300)}…` : line;
  return /[.!?…]$/.test(cut) ? cut : `${cut}.`;
}

/** The last lines of an error, without Terraform's frame around them and the place of the log. */
export const lastLines = (error: string, most = 12): string[] => linesOf(error).slice(-most);

/** The logs that an error names. */
export const logsIn = (error: string): string[] => [
  ...new Set([...error.matchAll(/^All of it: (.+)$/gm)].map(([, log = ""]) => log)),
];

const linesOf = (error: string): string[] =>
  withoutControls(error)
    .split("\n")
    .filter((line) => !line.startsWith("All of it: "))
    .map((line) => line.replace(/^[│╷╵]\s?/, "").trimEnd())
    .filter((line) => line.trim() !== "");
