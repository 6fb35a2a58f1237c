import { changedRecords } from "./changed-records";
import { effectOf, hasAction } from "./effect";
import { lockPlace, objectPlace } from "./places";
import { type Called, decode, type RequestHead } from "./protocol";
import { valuesOf } from "./request-values";
import type { Thing, Things } from "./things";

/** A call that may change something, as far as the gate has read it. */
export interface Asked {
  readonly called: Called;
  readonly head: RequestHead;
  readonly body?: string | undefined;
}

/** What must not be changed, and the few places in it where something may be written and deleted. */
export interface Protected {
  /** "all": nothing at all may be changed. */
  readonly things: Things | "all";
  /** Objects, `s3://BUCKET/KEY`, and locks, `dynamodb://TABLE/ID`. */
  mayWrite(place: string): boolean;
}

/**
 * What a call would change or delete although it must not, in words; undefined where it may pass.
 *
 * A call is refused, too, where it cannot be read what it names.
 */
export function against({ things, mayWrite }: Protected, asked: Asked): string | undefined {
  const { called, head } = asked;
  const effect = effectOf(called, head);
  if (effect === "reads") return undefined;
  const json = parsed(asked);
  if (json === unreadable) return "what it names cannot be read";
  const place = objectPlace(called, head) ?? lockPlace(called, json ?? {});
  if (place !== undefined && mayWrite(place)) return undefined;
  if (things === "all") return "nothing may be changed yet";
  if (effect === "adds") return undefined;
  return namedIn(things, asked);
}

function namedIn(things: Things, asked: Asked): string | undefined {
  const { called, head, body } = asked;
  const zone = /^\/2013-04-01\/hostedzone\/([^/]+)\/rrset\/?$/.exec(pathOf(head))?.[1];
  if (zone !== undefined && called.service === "route53") {
    const records = changedRecords(body ?? "");
    if (!records) return "which records it changes cannot be read";
    return firstOf(records.map((record) => things.named(called, `${zone} ${record}`)));
  }
  // A vault keeps what others have put into it, and gives away what is named.
  const point = /\/recovery-points\/([^/]+)/.exec(pathOf(head))?.[1];
  if (point !== undefined && called.service === "backup") return firstOf([things.named(called, decode(point))]);
  if (called.service === "s3" || called.service === "unsigned")
    return firstOf([things.named({ ...called, service: "s3" }, called.bucket ?? "")]);
  const values = [...valuesOf(called, head, hasAction(head) ? body : undefined)];
  return firstOf(values.map(({ value }) => things.named(called, value)));
}

const firstOf = (things: readonly (Thing | undefined)[]): string | undefined =>
  things.find((thing) => thing !== undefined)?.shown;

const pathOf = ({ url }: RequestHead): string => new URL(`http://gate${url}`).pathname;

const unreadable = Symbol("unreadable");

/** The body of a call whose parameters are JSON; those of others are forms and paths. */
function parsed({ head, body }: Asked): unknown {
  if (head.headers["x-amz-target"] === undefined)
    return /cbor/.test(head.headers["content-type"] ?? "") ? unreadable : undefined;
  try {
    return JSON.parse(body ?? "");
  } catch {
    return unreadable;
  }
}
