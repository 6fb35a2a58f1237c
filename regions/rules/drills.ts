import type { Problem } from "../schema/explain";
import type { Region } from "../schema/region-schema";

/** The environment that is drilled, and the only one whose account drills may work in. */
export const drilled = "dev";

interface Given {
  readonly name: string;
  readonly regions: readonly Region[];
}

/** A role that destroys a region every night, where somebody would miss it. */
export const drillProblems = ({ name, regions }: Given): Problem[] =>
  name === drilled
    ? []
    : regions
        .filter((region) => region.role === "global" && region.account.drillRole)
        .map((region) => ({
          path: `${name}.${region.name}.account.drillRole`,
          message: `true: a drill destroys a region, and works in the account of ${drilled} only. Say it in the differences of ${drilled}, or leave drillRole out.`,
        }));
