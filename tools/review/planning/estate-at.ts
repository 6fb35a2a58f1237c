import { environments } from "../../../regions/environments";
import { drilled } from "../../../regions/schema/environment";
import { usageFrom } from "../../../regions/schema/usage-schema";
import { usage } from "../../../regions/usage";
import { placeInKey } from "../../../regions/wiring/location";
import { readRoots } from "../../../terraform/synthesized";
import { standingIn } from "../../../terraform/values/resource";
import { valuedResources } from "../../../terraform/values/synthesized";
import { readBook } from "../../cost/book";
import { estimate } from "../../cost/estimate";
import { versionsIn } from "../read/versions";
import type { EstateAt, EstateChange } from "../rules/rule";

/** What a change of the code does to an environment: `before` and `after` are folders with what is synthesized. */
export const estateChange = (environment: string, before: string, after: string): EstateChange => ({
  environment,
  budgetUsd: usage.get(environment)?.budgetUsd,
  rpoMinutes: environments.find(({ name }) => name === environment)?.objectives?.rpoMinutes,
  before: estateAt(environment, before),
  after: estateAt(environment, after),
});

function estateAt(environment: string, out: string): EstateAt {
  const resources = valuedResources(out, [...new Set([environment, drilled])]);
  const standing = standingIn(environment, resources);
  const usdByRoot = new Map<string, number>();
  for (const { root, usd, apart } of estimate(standing, usage.get(environment) ?? usageFrom({}), readBook()).lines)
    if (!apart) usdByRoot.set(root, (usdByRoot.get(root) ?? 0) + usd.expected);
  const roots = readRoots(out).filter(({ backend }) => placeInKey(backend?.key ?? "").environment === environment);
  return { resources, usdByRoot, versions: new Map(roots.map(({ id, folder }) => [id, versionsIn(folder)])) };
}
