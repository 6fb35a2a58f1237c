import { join } from "node:path";
import { moduleContent } from "../../../terraform/published";
import { readModules } from "../../../terraform/synthesized";
import { kinds } from "../../../tools/cost/kinds";
import { synthesizedAs } from "../../alternatives/synthesized";
import { synthesized } from "../../support/synthesized";

/** Every type of resource that is below a synthesized folder. */
const typesIn = (out: string): string[] =>
  readModules(out).flatMap(({ folder }) => Object.keys(Object(moduleContent(join(folder))).resource ?? {}));

it("decides of every type in any environment and alternative what it costs", () => {
  const types = new Set([...typesIn(synthesized()), ...typesIn(synthesizedAs("as it is").out)]);
  expect(types.size).toBeGreaterThan(100);
  expect([...types].filter((type) => !(type in kinds))).toEqual([]);
});
