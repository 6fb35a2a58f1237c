import { lockTableName, stateBucketName } from "../../modules/state/contract";
import { backendIn } from "../../terraform/root-file";
import { rootFolder } from "../../terraform/synthesized";
import { Things } from "../../tools/gate/things";
import { type Checkout, synthesizedIn } from "../checkout";
import type { Drill } from "../drill";
import { sourceRootsIn } from "../roots";
import { leasePlace } from "./lease-item";
import { type Before, recordUrl } from "./run-record";
import { runStateKey } from "./run-states";
import { thingOf } from "./things";

/** Lets the gate pass nothing that changes anything in the account, but the lease: what stands there is not known yet. */
export function protectAll({ settings, found }: Pick<Drill, "settings" | "found">): void {
  if (settings.where.kind !== "account") return;
  const lease = leasePlace(settings.environment);
  found.gate?.protect({ things: "all", mayWrite: (place) => place === lease });
}

/**
 * Lets the gate pass nothing that changes or deletes what was in the account before the run, but what the run may write
 * there: the lease, its record, the states of the roots that it makes, and the locks of those that it plans.
 */
export function protectBefore({ settings, found }: Pick<Drill, "settings" | "found">, before: Before): void {
  if (settings.where.kind !== "account") return;
  const things = Object.entries(before).flatMap(([region, items]) => items.map((item) => thingOf(region, item)));
  const always = [leasePlace(settings.environment), recordUrl(settings.environment, settings.run)];
  const places = new Map<Checkout | undefined, ReadonlySet<string>>();
  const mayWrite = (place: string): boolean => {
    // The roots are known once they are checked out.
    const known = places.get(found.source) ?? new Set([...always, ...stored({ settings, found })]);
    places.set(found.source, known);
    return known.has(place);
  };
  found.gate?.protect({ things: new Things(things), mayWrite });
}

/** States that the run writes, with their digests and locks. */
function stored({ settings, found: { source } }: Pick<Drill, "settings" | "found">): string[] {
  if (!source) return [];
  const { environment, target, run } = settings;
  const recovery = {
    bucket: stateBucketName(environment, target.region),
    key: runStateKey(environment, target.region, run),
  };
  const backends = sourceRootsIn(settings, source).map(({ id }) =>
    backendIn(rootFolder(synthesizedIn(source.folder), id)),
  );
  return [recovery, ...backends].flatMap(({ bucket, key }) => [
    ...["", ".tflock"].map((ending) => `s3://${bucket}/${key}${ending}`),
    ...["", "-md5"].map((ending) => `dynamodb://${lockTableName}/${bucket}/${key}${ending}`),
  ]);
}
