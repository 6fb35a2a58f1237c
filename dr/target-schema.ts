import { z } from "zod";
import { wordsOf } from "../modules/core/words";
import { zoneLetters } from "../modules/core/zones";
import { networkContract } from "../modules/network/contract";
import { regionNames } from "../regions/schema/aws-regions";
import type { Environment } from "../regions/schema/environment";
import { explain, type FileProblem, type Known, refuseAll } from "../regions/schema/explain";
import { coverageProblems } from "./coverage";
import { called, type Target } from "./target";
import { problemsAmong, targetProblems, targetsFile } from "./target-rules";

const schema = z.strictObject({
  lost: z.enum(regionNames),
  region: z.enum(regionNames),
  cidr: networkContract.settings.shape.cidr,
  zones: z.partialRecord(z.enum(zoneLetters), z.string()),
  copiesTo: z.enum(regionNames),
});

const known: Known = {
  kindAt: ([field]) => (field === "zones" ? "zone letter" : "field"),
  keysAt: ([field]) => (field === "zones" ? zoneLetters : Object.keys(schema.shape)),
  mustAt: (path) => (path[0] === "cidr" ? wordsOf(schema.shape.cidr) : undefined),
  about: ([field]) => Object.entries(schema.shape).find(([name]) => name === field)?.[1].description,
};

/** Checks the recovery targets against every environment. Throws once, with every problem. */
export function defineTargets(environments: readonly Environment[], declared: readonly Target[]): Target[] {
  const problems = declared.flatMap((target, index): FileProblem[] => {
    const result = schema.safeParse(target);
    const found = result.success
      ? [...problemsAmong(declared.slice(0, index), target), ...targetProblems(environments, target)]
      : explain(result.error.issues, target, known);
    const name = target.lost && target.region ? JSON.stringify(called(target)) : index;
    return found.map((problem) => ({ ...problem, file: targetsFile, path: `targets[${name}].${problem.path}` }));
  });
  refuseAll(problems);
  refuseAll(coverageProblems(environments, declared)); // of a target that is wrong, it would only say what follows
  return [...declared];
}
