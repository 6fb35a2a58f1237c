import { columns } from "../../terraform/process/columns";
import { dollars } from "./range";
import { notMeasured, type Protection } from "./safety";

/** What safety costs, for people: a table of protections. */
export const safetyText = (rows: readonly Protection[]): string =>
  [
    "What safety costs:",
    columns([
      ["LOST", "PROTECTION", "CAPACITY IN THE TARGET", "RTO", "RPO", "USD A MONTH", "EXTRA"],
      ...rows.map((row) => [
        `${row.environment}/${row.lost}`,
        row.protection,
        capacityOf(row),
        row.rto,
        row.rpo,
        `${sumOf(row)} (${dollars(row.usd.low)} to ${dollars(row.usd.high)})`,
        moreOf(row),
      ]),
    ]),
    notMeasured,
  ].join("\n");

export const capacityOf = ({ reserved, target }: Protection): string =>
  reserved ? `reserved in ${target}` : "not reserved";

export const moreOf = ({ moreUsd }: Protection): string =>
  moreUsd.expected === 0 ? "-" : `+${dollars(moreUsd.expected)}`;

/** The sum; at least that where a price is missing. */
export const sumOf = ({ usd, partial }: Protection): string => `${partial ? "at least " : ""}${dollars(usd.expected)}`;
