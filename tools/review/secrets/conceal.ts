import { isAllowed } from "./allowed";
import type { Digests, Place } from "./digest";
import { decoded, parsed } from "./inside";
import { descend, type Marked, members } from "./marked";
import { attributeOf, memberOf, type Named } from "./named";
import { endsWithSecret, namesRandom, namesSecret } from "./names";
import { Hidden, Opened, type Shown, Unknown } from "./shown";
import { isReference, withoutSecrets } from "./text";

/** What a concealer works with. */
export interface Concealing {
  readonly digests: Digests;
  /** Is told each text that was hidden. */
  remember(secret: string): void;
}

/** Makes what may be shown of a value: a digest stands for each secret. What shows values sees nothing before that. */
export type Conceal = (marked: Marked, place: Place) => Shown;

/** How deep JSON in JSON in Base64 is opened; what is below it is hidden. */
const deepest = 8;

/** Hides what Terraform marks on either side, and what looks like a secret by its name, its form or its randomness. */
export function concealer(given: Concealing): Conceal {
  const concealing = new Concealment(given);
  return (marked, place) => concealing.value(marked, { place, name: place.path.at(-1) ?? "", depth: 0 });
}

class Concealment {
  /** The names of attributes and keys of maps, as they may be shown: most are there many times. */
  private readonly names = new Map<string, string>();

  constructor(private readonly given: Concealing) {}

  value(marked: Marked, at: Named): Shown {
    const { value, sensitive, unknown, other } = marked;
    if (unknown === true) return new Unknown();
    const isMarked = sensitive === true || other?.sensitive === true;
    if (isMarked && value !== null && value !== undefined) return this.hide(value, at.place);
    if (Array.isArray(value))
      return members(marked).map((member, index) => this.value(member, memberOf(at, value[index - 1])));
    if (isObject(value) || isObject(unknown)) return this.object(marked, at);
    return this.scalar(value, at);
  }

  private object(marked: Marked, at: Named): Shown {
    const own = Object(marked.value);
    const names = new Set([...Object.keys(own), ...Object.keys(Object(marked.unknown))]);
    return Object.fromEntries(
      [...names].map((name) => [
        this.key(name, at.place),
        this.value(descend(marked, name), attributeOf(at, own, name)),
      ]),
    );
  }

  private key(name: string, place: Place): string {
    const shown = this.names.get(name) ?? this.text(name, place, false);
    this.names.set(name, shown);
    return shown;
  }

  private scalar(value: unknown, { place, name, depth }: Named): Shown {
    const allowed = isAllowed(place.type, place.path);
    if (typeof value === "number") return !allowed && endsWithSecret(name) ? this.hide(value, place) : value;
    if (typeof value !== "string") return typeof value === "boolean" ? value : null;
    if (depth > deepest || (!allowed && namesSecret(name) && !isReference(value))) return this.hide(value, place);
    const inside = { place, name, depth: depth + 1 };
    const json = parsed(value);
    if (json !== undefined) return new Opened("json", this.value({ value: json, sensitive: undefined }, inside));
    const text = decoded(value);
    if (text !== undefined) return new Opened("base64", this.scalar(text, inside));
    const shown = this.text(value, place, allowed || namesRandom(name));
    return shown === value ? value : new Hidden(shown);
  }

  private text(value: string, place: Place, mayBeRandom: boolean): string {
    return withoutSecrets(value, { mayBeRandom, hide: (secret) => this.digest(secret, place) });
  }

  private hide(value: unknown, place: Place): Hidden {
    for (const text of textsIn(value)) this.given.remember(text);
    return new Hidden(this.given.digests.of(place, value));
  }

  private digest(secret: string, place: Place): string {
    this.given.remember(secret);
    return this.given.digests.of(place, secret);
  }
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

const textsIn = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
};
