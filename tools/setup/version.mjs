import { UserError } from "./user-error.mjs";

/** Whether version a comes before version b; what follows a hyphen is not looked at. */
export function isBefore(a, b) {
  const [left, right] = [a, b].map((version) => version.split("-")[0].split(".").map(Number));
  const differing = right.findIndex((number, index) => number !== (left[index] ?? 0));
  return differing >= 0 && (left[differing] ?? 0) < right[differing];
}

/** Fails when this Node.js is too old for the project. */
export function checkNode(version, atLeast) {
  if (isBefore(version, atLeast)) {
    throw new UserError(`Node.js ${version} is too old: >= ${atLeast} is needed. See https://nodejs.org/en/download.`);
  }
}
