import { z } from "zod";
import { accountContract } from "../../modules/account/contract";
import { emailAddress } from "../../modules/blocks/alerts/contract";
import { domainName } from "../../modules/dns/contract";
import { explain, type Problem, refuse } from "./explain";

/** Name of an environment. */
export const environmentName = z
  .string()
  .regex(
    /^[a-z]{2,7}$/,
    "must be 2 to 7 lower-case letters: names of resources begin with it, and AWS limits their length",
  );

/** An AWS account id. */
export const account = z.string().regex(/^\d{12}$/, "must be an AWS account id, which has 12 digits");

/** Whose shop this is: the account and the domain of each environment `E`, the repository, and who is on call. */
export interface Organization<E extends string = string> {
  readonly environments: { readonly [name in E]: { readonly account: string; readonly domain: string } };
  /** The repository on GitHub whose workflows may plan and apply; null for none. */
  readonly githubRepository: string | null;
  /** GitHub's ids of its owner and of it, such as 123456/456789; null where they are not known. */
  readonly githubRepositoryIds: string | null;
  /** The e-mail address that alerts go to. */
  readonly onCall: string;
}

const schema = z.strictObject({
  environments: z.record(environmentName, z.strictObject({ account, domain: domainName })),
  githubRepository: accountContract.shape.shape.githubRepository.unwrap(),
  githubRepositoryIds: accountContract.shape.shape.githubRepositoryIds.unwrap(),
  onCall: emailAddress,
});

/** The file that says it. */
export const organizationFile = "regions/organization.ts";

/** What is wrong with it, by itself. */
export function organizationProblems(declared: Organization): Problem[] {
  const { error } = schema.safeParse(declared);
  if (error) return explain(error.issues, declared, { keysAt, kindAt: () => "field" });
  const accounts = Object.entries(declared.environments);
  return accounts.flatMap(([name, { account }], index) => {
    const other = accounts.slice(0, index).find(([, before]) => before.account === account)?.[0];
    if (other === undefined) return [];
    const message = `${account} is the account of ${other}. Give each environment an account of its own.`;
    return [{ path: `environments.${name}.account`, message }];
  });
}

const keysAt = ([first, name]: readonly PropertyKey[]): readonly string[] => {
  if (first !== "environments") return Object.keys(schema.shape);
  return name === undefined ? [] : ["account", "domain"];
};

/** Checks whose shop it is. Throws once, with every problem. */
export function defineOrganization<E extends string>(declared: Organization<E>): Organization<E> {
  refuse(organizationFile, organizationProblems(declared));
  return declared;
}
