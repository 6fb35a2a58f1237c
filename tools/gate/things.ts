/** Something that AWS has, and how calls name it. */
export interface Thing {
  /** What it is, for people. */
  readonly shown: string;
  /** ARNs, ids and the like, which nothing else has. */
  readonly ids: readonly string[];
  /** What its own service knows it by, in its region; in all of them where none is said. */
  readonly names?: { readonly service: string; readonly region?: string; readonly values: readonly string[] };
}

/** Things by what they are called. Case does not matter: to RDS, for one, it does not either. */
export class Things {
  readonly #byId = new Map<string, Thing>();
  readonly #byName = new Map<string, Thing>();

  constructor(things: Iterable<Thing>) {
    for (const thing of things) {
      for (const id of thing.ids) this.#byId.set(id.toLowerCase(), thing);
      const { service, region = "", values = [] } = thing.names ?? {};
      for (const value of values) this.#byName.set(key(service, region, value), thing);
    }
  }

  /** What a value names in a call of a service that is signed for a region. */
  named({ service, region }: { readonly service: string; readonly region?: string }, value: string): Thing | undefined {
    for (const one of spellings(value)) {
      const thing =
        this.#byId.get(one.toLowerCase()) ??
        this.#byName.get(key(service, region, one)) ??
        this.#byName.get(key(service, "", one));
      if (thing) return thing;
    }
    return undefined;
  }
}

const key = (service = "", region = "", value: string): string => [service, region, value.toLowerCase()].join(" ");

/** A value, and what it says in other words: an ARN with all that is within, an object's ARN, the URL of a queue. */
function spellings(value: string): string[] {
  const bucket = /^arn:aws[a-z-]*:s3:::([^/]+)/.exec(value)?.[1];
  const inUrl = /^https?:\/\/.*\/([^/?#]+)$/.exec(value)?.[1];
  return [value, value.replace(/:\*$/, ""), bucket, inUrl].filter((one) => one !== undefined);
}
