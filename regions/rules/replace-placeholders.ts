import type { Environment, EnvironmentRule } from "../schema/environment";
import { organizationFile } from "../schema/organization-schema";
import { isExampleAccount, isExampleDomain, isExampleEndpoint, isExampleRepository } from "../schema/placeholders";

/** Something that a file says, and where. */
interface Said {
  readonly path: string;
  readonly value: string;
}

/**
 * In an account of one's own, nothing is left that the shop is shipped with: a repository of somebody else would be
 * trusted there, a domain would never be delegated, and alerts would reach nobody.
 *
 * Each environment is asked by itself: one in an example's account can be on the local AWS only, whatever it says.
 */
export const replacePlaceholders: EnvironmentRule = (environment) => {
  const { account } = environment;
  if (isExampleAccount(account)) return [];
  const found = placeholders(environment);
  return found
    .filter(({ value }, index) => found.findIndex((other) => other.value === value) === index)
    .map(({ path, value }) => {
      const more = found.filter((other) => other.value === value).length - 1;
      return {
        path,
        also: [organizationFile],
        message: `still says ${value}${more > 0 ? `, as ${more} other places do` : ""}, but ${account} is not an example account. Run ./shop init, or correct the value.`,
      };
    });
};

const placeholders = ({ domain, regions }: Environment): Said[] => [
  ...(isExampleDomain(domain) ? [{ path: "domain", value: domain }] : []),
  ...regions.flatMap((region): Said[] => {
    const repository = region.role === "global" ? region.account.githubRepository : null;
    const trusted = { path: `${region.name}.account.githubRepository`, value: repository ?? "" };
    return [
      ...(isExampleRepository(trusted.value) ? [trusted] : []),
      ...Object.entries<unknown>({ ...region }).flatMap(([tier, says]) =>
        endpointsOf(says)
          .filter(isExampleEndpoint)
          .map((value) => ({ path: `${region.name}.${tier}.subscriptions`, value })),
      ),
    ];
  }),
];

const endpointsOf = (tier: unknown): string[] => {
  if (typeof tier !== "object" || tier === null || !("subscriptions" in tier)) return [];
  const { subscriptions } = tier;
  return Array.isArray(subscriptions) ? subscriptions.map(({ endpoint }) => String(endpoint)) : [];
};
