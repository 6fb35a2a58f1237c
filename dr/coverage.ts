import { lawsDiffer, type RegionName } from "../regions/schema/aws-regions";
import { type Environment, liveRegions, regionsOf } from "../regions/schema/environment";
import type { FileProblem } from "../regions/schema/explain";
import { and } from "../regions/schema/lists";
import { saidIn } from "../regions/schema/said-in";
import { notWithout, sayWhy } from "../regions/schema/without";
import { called, type Target } from "./target";
import { targetsFile } from "./target-rules";

/** Every live region can be rebuilt, unless its file says why not; and then it has no target. */
export const coverageProblems = (environments: readonly Environment[], targets: readonly Target[]): FileProblem[] => {
  const live = [...new Set(environments.flatMap((environment) => liveRegions(environment).map(({ name }) => name)))];
  return live.flatMap((lost) => {
    const target = targets.find((one) => one.lost === lost);
    return target ? excusedInVain(environments, target) : uncovered(environments, lost);
  });
};

const excused = (environment: Environment, lost: RegionName): string | undefined =>
  liveRegions(environment).find(({ name }) => name === lost)?.without.recovery;

function uncovered(environments: readonly Environment[], lost: RegionName): FileProblem[] {
  const all = environments.filter(
    (environment) =>
      liveRegions(environment).some(({ name }) => name === lost) && excused(environment, lost) === undefined,
  );
  const [first] = all;
  if (!first) return [];
  const standby = regionsOf(first, "standby").find(({ name }) => !lawsDiffer(lost, name));
  const target = `{ lost: "${lost}", region: "${standby?.name ?? "a standby region"}", … }`;
  return [
    {
      file: targetsFile,
      also: [saidIn(first, lost, "without.recovery").file],
      path: `targets (in ${and(all.map(({ name }) => name))})`,
      message: `${lost} is live and has no target, so nothing could rebuild it. Add ${target}. Or ${sayWhy("recovery")}.`,
    },
  ];
}

function excusedInVain(environments: readonly Environment[], target: Target): FileProblem[] {
  const environment = environments.find((one) => excused(one, target.lost) !== undefined);
  if (!environment) return [];
  return [
    {
      ...saidIn(environment, target.lost, "without.recovery"),
      also: [targetsFile],
      message: notWithout("recovery", `${targetsFile} has a target for it, ${called(target)}`),
    },
  ];
}
