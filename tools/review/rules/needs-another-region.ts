import type { Path } from "../../../terraform/plan/decided";
import { mostExact } from "../../../terraform/plan/referred";
import { regionInArn } from "../../../terraform/plan/regions";
import type { ResourceChange } from "../../../terraform/plan/resource-changes";
import { flows } from "../read/flows";
import { finding, ok, type Rule, type Surroundings, type Verdict } from "./rule";

/** Types that reach into another region by their nature: copies, and what is global. */
const global = /^aws_(cloudfront|route53|globalaccelerator|iam|organizations|shield|networkmanager|ram|backup)_?/;

/** What stands in one region and needs another one fails with either. */
export const needsAnotherRegion: Rule = {
  id: "needs-another-region",
  about: "Something needs another region than its own, so that it fails with either.",
  severities: ["medium"],
  cannotSee: "Addresses and names that programs call, and ARNs inside of policies and texts.",
  wayOut: "Use one of the same region; what must be shared is copied to each region.",
  mayBeUnknown: false,
  check: (change, around): Verdict | Verdict[] => {
    const here = around.regionOf(change);
    if (change.after === null || here === undefined || flows[change.type] || global.test(change.type)) return ok;
    const before = new Set(arnsIn(change.before).map(({ region }) => region));
    const found = [...arnsIn(change.after), ...laterIn(change, around)].filter(
      ({ region }) => region !== here && !before.has(region),
    );
    const [first] = found;
    if (!first) return ok;
    return finding({
      severity: "medium",
      attribute: first.path.join("."),
      why: `It stands in ${here} and needs ${first.what} of ${first.region}: when either is lost, it fails.`,
      wayOut: `Use one in ${here}; what must be shared is copied to each region.`,
    });
  },
};

interface Need {
  readonly path: Path;
  readonly what: string;
  readonly region: string;
}

/** ARNs of services in a region, wherever they stand by themselves. */
function arnsIn(value: unknown, path: Path = []): Need[] {
  if (typeof value === "string") {
    const region = path.at(-1) === "arn" ? undefined : regionInArn(value);
    return region === undefined || region === "" ? [] : [{ path, what: value, region }];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    arnsIn(part, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}

/** What the plan makes in another region, by what the configuration refers to. */
function laterIn(change: ResourceChange, { configuredAs, decided, refer, regionOf }: Surroundings): Need[] {
  const unknown: Readonly<Record<string, unknown>> = Object(change.unknown);
  return Object.keys(unknown).flatMap((name) => {
    const references = mostExact(decided(change.address, [name])?.by ?? []);
    return references.flatMap((reference) =>
      refer(change.address, [reference]).flatMap(({ address }) => {
        const target = configuredAs(address).find(({ fate }) => fate !== "read");
        const region = target && !global.test(target.type) ? regionOf(target) : undefined;
        return region === undefined ? [] : [{ path: [name], what: reference, region }];
      }),
    );
  });
}
