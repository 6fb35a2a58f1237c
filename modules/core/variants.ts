import type { Choice, Contract, Variants } from "./contract";

type Config = Readonly<Record<string, unknown>>;

/** A tier with the alternatives that a region file chose, the outermost first; a fallback where it does not say. */
export function chosen(choice: Choice, config: Config): Choice[] {
  const { variants } = choice;
  return variants ? [choice, ...chosen(alternative(variants, config), config)] : [choice];
}

/** A tier with all of its alternatives, and theirs. */
export const everyChoice = (choice: Choice): Choice[] => [
  choice,
  ...Object.values(choice.variants?.of ?? {}).flatMap(everyChoice),
];

/** Names of what is known at synth: shape, and what alternatives are chosen by. */
export const known = (choices: readonly Choice[]): string[] =>
  choices.flatMap(({ shape, variants }) => [...Object.keys(shape.shape), ...(variants ? [variants.by] : [])]);

/** What of a tier is built into its module: modules that are alike in this are the same. */
export const shapeOf = (contract: Contract, placed: Config): Config =>
  Object.fromEntries(
    [...known(chosen(contract, placed)), ...Object.keys(contract.derived?.shape ?? {})].map((name) => [
      name,
      placed[name],
    ]),
  );

/** Names of all fields that these say something about. */
export const names = (choices: readonly Choice[]): string[] => [
  ...known(choices),
  ...choices.flatMap(({ settings }) => Object.keys(settings.shape)),
];

function alternative({ by, fallback, of }: Variants, config: Config): Choice {
  const name = String(config[by] ?? fallback);
  const found = of[name];
  if (!found) throw new Error(`${by}: "${name}" is not one of ${Object.keys(of).join(", ")}.`);
  return found;
}
