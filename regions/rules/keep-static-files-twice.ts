import { type Environment, type EnvironmentRule, fileRegions, regionsOf } from "../schema/environment";
import { and } from "../schema/lists";

/** Static files are in two regions, as many as CloudFront asks, so that losing one loses none of them. */
export const keepStaticFilesTwice: EnvironmentRule = (environment) =>
  fileRegions(environment).length === 2
    ? []
    : regionsOf(environment, "global")
        .filter(({ edge }) => edge.staticPaths.length > 0)
        .map(({ name, edge }) => ({
          path: `${name}.edge.staticPaths`,
          message: `${and(edge.staticPaths)} come from buckets in two regions, and ${lacking(environment)}`,
        }));

function lacking(environment: Environment): string {
  const there = fileRegions(environment);
  const others = environment.regions
    .filter(({ name, role }) => role !== "global" && !there.includes(name))
    .map(({ name }) => name);
  if (there.length > 2) return `${and(there)} have the tier files. Leave it out of all region files but two.`;
  const say = `Say files: {} in the region files of ${there.length === 0 ? "two" : "one"} of: ${others.join(", ")}.`;
  return there.length === 0 ? `none has the tier files. ${say}` : `only ${and(there)} has the tier files. ${say}`;
}
