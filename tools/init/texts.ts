import { workflowFile, workflows } from "../../modules/account/workflows/contract";
import { UserError } from "../../modules/core/user-error";
import { drilled } from "../../regions/schema/environment";
import type { Organization } from "../../regions/schema/organization-schema";
import { none } from "./questions";

/** What `regions/organization.ts` says. */
export const organizationText = ({
  environments,
  githubRepository,
  githubRepositoryIds,
  onCall,
}: Organization): string =>
  [
    'import { defineOrganization } from "./schema/organization-schema";',
    "",
    "/** Whose shop this is: what every adopter replaces. Written by `./shop init`. */",
    "export const organization = defineOrganization({",
    "  environments: {",
    ...Object.entries(environments).flatMap(([name, { account, domain }]) => [
      `    ${name}: {`,
      `      account: ${JSON.stringify(account)},`,
      `      domain: ${JSON.stringify(domain)},`,
      "    },",
    ]),
    "  },",
    `  githubRepository: ${JSON.stringify(githubRepository)},`,
    `  githubRepositoryIds: ${JSON.stringify(githubRepositoryIds)},`,
    `  onCall: ${JSON.stringify(onCall)},`,
    "});",
    "",
  ].join("\n");

/** The workflow of the nightly drill. */
export const nightlyFile = workflowFile("drill");

/** The workflows whose jobs with a role are skipped in other repositories. */
export const workflowFiles: readonly string[] = [...workflows.map(workflowFile), ".github/workflows/drift.yml"];

/** A workflow's text with this repository, and that of the nightly drill with the account of the environment that is drilled. */
export function workflowText(path: string, before: string, { environments, githubRepository }: Organization): string {
  const account = path === nightlyFile ? environments[drilled]?.account : undefined;
  const replaced = replacerIn(path);
  const inRepository = replaced(before, /(github\.repository == ')[^']*(')/g, githubRepository ?? none);
  return account === undefined ? inRepository : replaced(inRepository, /(arn:aws:iam::)\d{12}(:role\/)/g, account);
}

const replacerIn =
  (path: string) =>
  (text: string, pattern: RegExp, value: string): string => {
    if (text.search(pattern) < 0)
      throw new UserError(
        `${path} has no ${pattern.source.replaceAll("\\", "")}, so ./shop init cannot put ${value} there. Correct the file by hand, or remove it; nothing was written.`,
      );
    return text.replace(pattern, (_, before: string, after: string) => `${before}${value}${after}`);
  };
