import { isPolicy } from "../../policies/policy";
import { policyWords } from "../../policies/words";
import { Hidden, isBlock, Opened, type Shown, Unknown } from "../../secrets/shown";
import type { Difference, Path } from "./difference";
import { listParts } from "./lists";
import { isNothing, same } from "./same";

/** A value before and after. */
export interface Sides {
  readonly before: Shown | undefined;
  readonly after: Shown | undefined;
}

/** How a value differs, as small as it can be said: by attribute of a block, by block of a list, by statement of a policy. */
export function differences({ before, after }: Sides, path: Path = []): Difference[] {
  if (same(before ?? null, after ?? null)) return [];
  const [was, is] = [before ?? null, after ?? null];
  if ([was, is].some((one) => one instanceof Unknown || one instanceof Hidden)) return [{ path, before, after }];
  if ([was, is].every((one) => one === null || one instanceof Opened)) return openedDifferences(was, is, path);
  if (isBlock(was) || isBlock(is)) return blockDifferences(was, is, path) ?? [{ path, before, after }];
  if (Array.isArray(was) || Array.isArray(is))
    return listParts({ before: was, after: is }, path).flatMap(({ goInto, ...part }) =>
      goInto ? differences(part, part.path) : [part],
    );
  return [{ path, before, after }];
}

function openedDifferences(was: Shown, is: Shown, path: Path): Difference[] {
  const [one, other] = [was, is].map((side) => (side instanceof Opened ? side : undefined));
  if (one && other && one.as !== other.as) return [{ path, before: was, after: is }];
  const [before, after] = [one?.value ?? null, other?.value ?? null];
  if ([before, after].some(isPolicy) && [before, after].every((side) => side === null || isPolicy(side))) {
    const words = policyWords(before, after);
    return [{ path, before: was, after: is, words }];
  }
  const isText = (one ?? other)?.as === "base64";
  return differences({ before: one?.value, after: other?.value }, isText ? [...path, { member: "decoded" }] : path);
}

/** Undefined where one side is no block, and there is nothing to go into. */
function blockDifferences(was: Shown, is: Shown, path: Path): Difference[] | undefined {
  const sides = [was, is];
  if (!sides.every((side) => isBlock(side) || side === null)) return undefined;
  const [before, after] = sides.map((side) => (isBlock(side) ? side : {}));
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names]
    .filter((name) => !(isNothing(before?.[name]) && isNothing(after?.[name])))
    .flatMap((name) => differences({ before: before?.[name], after: after?.[name] }, [...path, name]));
}
