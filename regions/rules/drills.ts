import { drilled, type Environment } from "../schema/environment";
import type { Problem } from "../schema/explain";

/** A role that destroys a region every night, where somebody would miss it. */
export const drillProblems = ({ name, regions }: Environment): Problem[] =>
  name === drilled
    ? []
    : regions
        .filter((region) => region.role === "global" && region.account.drillRole)
        .map((region) => ({
          path: `${name}.${region.name}.account.drillRole`,
          message: `true: a drill destroys a region, and works in the account of ${drilled} only. Say it in the differences of ${drilled}, or leave drillRole out.`,
        }));
