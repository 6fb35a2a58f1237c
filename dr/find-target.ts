import { UserError } from "../modules/core/user-error";
import { type Environment, liveRegions } from "../regions/schema/environment";
import { didYouMean } from "../regions/schema/explain";
import type { Settings } from "./drill";
import { called, type Target } from "./target";
import { targets } from "./targets";

/** What is asked for of a target: the region that is lost, and where it is rebuilt. */
export interface Wanted {
  readonly lost?: string;
  readonly target?: string;
}

/** The one target that is wanted, the first where nothing is asked for, and its place among all. */
export function findTarget(
  { lost: lostName, target: region }: Wanted,
  environment: Environment,
  all: readonly Target[] = targets,
): Pick<Settings, "target" | "lost"> & { readonly place: string } {
  refuseUnknown(region, ["--target", "recovery target"], [...new Set(all.map((one) => one.region as string))]);
  refuseUnknown(lostName, ["--lost", "region with a target"], [...new Set(all.map((one) => one.lost as string))]);
  const isWanted = (one: Target) =>
    (lostName === undefined || one.lost === lostName) && (region === undefined || one.region === region);
  const found = all.filter(isWanted);
  const [target] = found;
  const asked = lostName !== undefined || region !== undefined;
  if (!target || (asked && found.length > 1)) {
    const said = [lostName && `--lost ${lostName}`, region && `--target ${region}`].filter(Boolean).join(" ");
    const other = lostName === undefined ? "--lost" : "--target";
    throw new UserError(
      found.length > 1
        ? `${said}: ${found.length} targets of dr/targets.ts are such: ${found.map(called).join(", ")}. Add ${other}.`
        : `${said}: dr/targets.ts has no such target. Known: ${all.map(called).join(", ")}.`,
    );
  }
  const lost = liveRegions(environment).find(({ name }) => name === target.lost);
  if (!lost) throw new UserError(`dr/targets.ts: ${target.lost} is not a live region of ${environment.name}.`);
  return { target, lost, place: `${all.indexOf(target) + 1} of ${all.length} targets` };
}

function refuseUnknown(
  wanted: string | undefined,
  [option, what]: readonly [string, string],
  known: readonly string[],
): void {
  if (wanted !== undefined && !known.includes(wanted))
    throw new UserError(
      `${option}: "${wanted}" is not a known ${what}.${didYouMean(wanted, known)} Known, in dr/targets.ts: ${known.join(", ")}.`,
    );
}
