import type { Contract } from "../modules/core/contract";
import type { Known } from "./explain";

/** What the region files of one role may say. */
export interface RoleTiers {
  readonly role: string;
  readonly tiers: Readonly<Record<string, Contract>>;
}

/** What a region file of a role may say, and where else what it may not has a place. */
export function knownOf({ role, tiers }: RoleTiers, others: readonly RoleTiers[], declared: object): Known {
  const tierAt = ([tier]: readonly PropertyKey[]): Contract | undefined => tiers[String(tier)];
  return {
    keysAt: (path) => {
      const contract = tierAt(path);
      if (path.length === 0) return ["name", "role", ...Object.keys(tiers)];
      return contract ? Object.keys(fieldsOf(contract, chosen(contract, declared))) : [];
    },
    about: (path) => {
      const contract = tierAt(path);
      if (!contract) return undefined;
      const field = path[1];
      return field === undefined
        ? contract.summary
        : field === contract.variants?.by
          ? contract.variants.description
          : fieldsOf(contract, chosen(contract, declared))[String(field)]?.description;
    },
    elsewhere: (path, key) => {
      const contract = tierAt(path);
      if (path.length === 0) {
        const roles = others.filter((other) => key in other.tiers).map((other) => `"${other.role}"`);
        return roles.length > 0 ? ` It is a tier of the role ${roles.join(", ")}, and this is "${role}".` : undefined;
      }
      if (!contract?.variants) return undefined;
      const { by, of } = contract.variants;
      const choice = Object.keys(of).find((name) => key in fieldsOfChoice(of[name]));
      return choice && ` It is a setting of ${by} "${choice}", and this is "${chosen(contract, declared)}".`;
    },
  };
}

type Described = Readonly<Record<string, { readonly description?: string }>>;
type Choice = Pick<Contract, "shape" | "settings">;

const fieldsOf = ({ shape, settings, variants }: Contract, choice: string | undefined): Described => ({
  ...(variants ? { [variants.by]: variants } : {}),
  ...fieldsOfChoice({ shape, settings }),
  ...(choice === undefined ? {} : fieldsOfChoice(variants?.of[choice])),
});

const fieldsOfChoice = (choice: Choice | undefined): Described =>
  choice ? { ...choice.shape.shape, ...choice.settings.shape } : {};

const chosen = ({ name, variants }: Contract, declared: object): string | undefined => {
  if (!variants) return undefined;
  const given: unknown = Object.entries(declared).find(([tier]) => tier === name)?.[1];
  const choice = Object.entries(given ?? {}).find(([field]) => field === variants.by)?.[1];
  return String(choice ?? variants.fallback);
};
