import type { Environment } from "../../../regions/schema/environment";
import { type Finding, of } from "../finding";
import { type EndOfSupport, endsOfSupport } from "./ends-of-support";
import { type InUse, inUse } from "./in-use";

const { ok, wrong, notKnown } = of("versions");

const day = 86_400_000;
/** How long before an end somebody should hear of it: a major upgrade wants planning. */
const daysBefore = 365;

/** For each version in use, whether its support ends soon; what nobody has looked up is not known. */
export const versionFindings = (
  environments: readonly Environment[],
  now: Date,
  ends: readonly EndOfSupport[] = endsOfSupport,
): Finding[] => inUse(environments).map((used) => findingOf(used, now, ends));

function findingOf(used: InUse, now: Date, ends: readonly EndOfSupport[]): Finding {
  const called = `${used.what} ${used.version} in ${used.where.join(", ")}`;
  const end = ends.find(({ what, version }) => what === used.what && isOf(used.version, version));
  if (!end)
    return notKnown(
      `until when ${called} is supported`,
      "look it up, and add a line to tools/doctor/versions/ends-of-support.ts",
    );
  const { until, because, source, read, wayOut, accepted } = end;
  const said = `${because}: ${source}, read on ${read}`;
  if (until === null) return ok(`${called} has no end of support that is known (${said})`);
  const left = Math.floor((Date.parse(until) - now.getTime()) / day);
  if (left > daysBefore) return ok(`${called} is supported until ${until} (${said})`);
  const soon = `${called} is supported until ${until}, ${left < 0 ? "which is over" : `for ${left} days more`} (${said})`;
  if (accepted && now.getTime() < Date.parse(accepted.until))
    return ok(`${soon}; accepted until ${accepted.until}: ${accepted.why}`);
  return wrong(soon, wayOut);
}

const isOf = (used: string, version: string): boolean => used === version || used.startsWith(`${version}.`);
