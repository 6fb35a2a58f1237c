import { exampleGoldens } from "../support/example";
import type { Written } from "../support/module";

const kept = (path: string) => {
  const text = exampleGoldens().get(`${path}.tf.json`);
  if (text === undefined) throw new Error(`The example has no ${path}.`);
  return JSON.parse(text);
};

/** The tiers of prod. */
export const goldenTiers = [...exampleGoldens().keys()].flatMap(
  (path) => path.match(/^modules\/(\w+)\.tf\.json$/)?.[1] ?? [],
);

/** A module of the example's prod. */
export const golden = (tier: string): Written => kept(`modules/${tier}`);

/** The same with what a root gives it, instead of defaults. */
export const given = (tier: string, root: string): Written => {
  const module = golden(tier);
  const said = Object.entries<unknown>(kept(`roots/${root}`).module[tier]);
  return { ...module, variable: Object.fromEntries(said.map(([name, value]) => [name, { default: value }])) };
};
