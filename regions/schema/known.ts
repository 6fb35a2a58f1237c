import { z } from "zod";
import type { Choice, Contract } from "../../modules/core/contract";
import { everyChoice, names } from "../../modules/core/variants";
import { wordsOf } from "../../modules/core/words";
import type { Known } from "./explain";
import { or } from "./lists";
import { withoutSchema } from "./without";

/** What the region files of one role may say. */
export interface RoleTiers {
  readonly role: string;
  readonly tiers: Readonly<Record<string, Contract>>;
}

/** What a region file of a role may say, and where else what it may not has a place. */
export function knownOf({ role, tiers }: RoleTiers, others: readonly RoleTiers[], declared: object): Known {
  const saidAt = ([tier]: readonly PropertyKey[]): Choice[] => {
    const contract = tiers[String(tier)];
    return contract ? chosenSoFar(contract, Object(Object(declared)[contract.name])) : [];
  };
  const fieldsAt = (path: readonly PropertyKey[]): Described =>
    path[0] === "without" ? withoutSchema.shape : described(saidAt(path));
  return {
    keysAt: (path) => {
      if (path.length > 0) return Object.keys(fieldsAt(path));
      return ["name", "role", ...(role === "live" ? ["without"] : []), ...Object.keys(tiers)];
    },
    kindAt: (path) => (path.length === 0 ? "field" : "setting"),
    about: (path) => {
      const [tier, field] = path;
      return field === undefined ? tiers[String(tier)]?.summary : fieldsAt(path)[String(field)]?.description;
    },
    mustAt: (path) => {
      const type = fieldsAt(path)[String(path[1])];
      return path.length === 2 && type instanceof z.ZodType ? wordsOf(type) : undefined;
    },
    decidersAt: (path) => saidAt(path).flatMap(({ variants }) => (variants ? [variants.by] : [])),
    elsewhere: (path, key) => {
      if (path.length === 0) {
        const roles = others.filter((other) => key in other.tiers).map((other) => `"${other.role}"`);
        return roles.length > 0
          ? `is a tier of the role ${or(roles)}, but this region has the role "${role}".`
          : undefined;
      }
      for (const { variants } of saidAt(path).reverse()) {
        if (!variants) continue;
        const { by, fallback, of } = variants;
        const choice = Object.entries(of).find(([, one]) => names(everyChoice(one)).includes(key))?.[0];
        const given = Object(Object(declared)[String(path[0])])[by] ?? fallback;
        if (choice) return `is a setting of ${by} "${choice}", but ${by} is "${given}" here.`;
      }
      return undefined;
    },
  };
}

/** A tier with the alternatives that a declaration chooses, as far as it names some that exist. */
function chosenSoFar(choice: Choice, declared: Readonly<Record<string, unknown>>): Choice[] {
  const { variants } = choice;
  const next = variants?.of[String(declared[variants.by] ?? variants.fallback)];
  return next ? [choice, ...chosenSoFar(next, declared)] : [choice];
}

type Described = Readonly<Record<string, z.ZodType | { readonly description?: string }>>;

const described = (choices: readonly Choice[]): Described =>
  Object.assign(
    {},
    ...choices.map(({ shape, settings, variants }) => ({
      ...(variants ? { [variants.by]: variants } : {}),
      ...shape.shape,
      ...settings.shape,
    })),
  );
