import { hasAllowed, isAllowed } from "./allowed";
import type { Digests, Place } from "./digest";
import { decoded, parsed } from "./inside";
import { descend, type Marked, members } from "./marked";
import { attributeOf, memberOf, type Named, placeOf, typeOf } from "./named";
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
  return (marked, place) => concealing.value(marked, { within: place, name: place.path.at(-1) ?? "", depth: 0 });
}

class Concealment {
  /** The names of attributes and keys of maps, as they may be shown: most are there many times. */
  private readonly names = new Map<string, string>();

  constructor(private readonly given: Concealing) {}

  value(marked: Marked, at: Named): Shown {
    const { value, sensitive, unknown, other } = marked;
    if (unknown === true) return new Unknown();
    const isMarked = sensitive === true || other?.sensitive === true;
    if (isMarked && value !== null && value !== undefined) return this.hide(value, at);
    if (Array.isArray(value))
      return members(marked).map((member, index) => this.value(member, memberOf(at, value[index - 1])));
    if (isObject(value) || isObject(unknown)) return this.object(marked, at);
    return this.scalar(value, at);
  }

  private object(marked: Marked, at: Named): Shown {
    const own = Object(marked.value);
    const names = new Set([...Object.keys(own), ...Object.keys(Object(marked.unknown))]);
    return Object.fromEntries(
      [...names].map((name) => [this.key(name, at), this.value(descend(marked, name), attributeOf(at, own, name))]),
    );
  }

  private key(name: string, at: Named): string {
    const shown = this.names.get(name) ?? this.text(name, at, false);
    this.names.set(name, shown);
    return shown;
  }

  private scalar(value: unknown, at: Named): Shown {
    if (typeof value === "number") return endsWithSecret(at.name) && !this.allows(at) ? this.hide(value, at) : value;
    if (typeof value !== "string") return typeof value === "boolean" ? value : null;
    if (at.depth > deepest) return this.hide(value, at);
    if (namesSecret(at.name) && !isReference(value) && !this.allows(at)) return this.hide(value, at);
    const inside = { within: at, name: at.name, depth: at.depth + 1 };
    const json = parsed(value);
    if (json !== undefined) return new Opened("json", this.value({ value: json, sensitive: undefined }, inside));
    const text = decoded(value);
    if (text !== undefined) return new Opened("base64", this.scalar(text, inside));
    const shown = this.text(value, at, namesRandom(at.name) || this.allows(at));
    return shown === value ? value : new Hidden(shown);
  }

  private allows(at: Named): boolean {
    return hasAllowed(typeOf(at)) && isAllowed(typeOf(at), placeOf(at).path);
  }

  private text(value: string, at: Named, mayBeRandom: boolean): string {
    return withoutSecrets(value, {
      mayBeRandom,
      hide: (secret) => {
        this.given.remember(secret);
        return this.given.digests.of(placeOf(at), secret);
      },
    });
  }

  private hide(value: unknown, at: Named): Hidden {
    for (const text of textsIn(value)) this.given.remember(text);
    return new Hidden(this.given.digests.of(placeOf(at), value));
  }
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

const textsIn = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
};
