import type { Problem } from "../../regions/schema/explain";
import { type Organization, organizationProblems } from "../../regions/schema/organization-schema";
import {
  isExampleAccount,
  isExampleDomain,
  isExampleEndpoint,
  isExampleRepository,
} from "../../regions/schema/placeholders";

/** What is wrong with an organization: what its file may not say, and placeholders beside an account of one's own. */
export function problemsWith(organization: Organization): Problem[] {
  const problems = organizationProblems(organization);
  return problems.length > 0 ? problems : placeholders(organization);
}

function placeholders({ environments, githubRepository, onCall }: Organization): Problem[] {
  const own = Object.entries(environments).filter(([, { account }]) => !isExampleAccount(account));
  if (own.length === 0) return [];
  const where = own.map(([name, { account }]) => `${name} (${account})`).join(", ");
  const placeholder = (path: string, value: string): Problem => ({
    path,
    message: `${value} is a placeholder, and would be deployed to ${where}. Give your own.`,
  });
  return [
    ...own
      .filter(([, { domain }]) => isExampleDomain(domain))
      .map(([name, { domain }]) => placeholder(`environments.${name}.domain`, domain)),
    ...(isExampleRepository(githubRepository ?? "") ? [placeholder("githubRepository", String(githubRepository))] : []),
    ...(isExampleEndpoint(onCall) ? [placeholder("onCall", onCall)] : []),
  ];
}
