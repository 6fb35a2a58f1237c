import { UserError } from "../../modules/core/user-error";
import { didYouMean } from "../../regions/schema/explain";
import { type Organization, organizationFile } from "../../regions/schema/organization-schema";
import { none, type Question, questions } from "./questions";

/** What the command line says. */
export interface Given {
  readonly account?: readonly string[];
  readonly domain?: readonly string[];
  readonly repository?: string | false;
  readonly repositoryIds?: string;
  readonly onCall?: string;
}

/** The organization as the command line wants it, and the questions that it leaves open. */
export function takeOptions(organization: Organization, given: Given): [Organization, Question[]] {
  const { account = [], domain = [], repository, repositoryIds, onCall } = given;
  const said = new Map<string, string>([
    ...account.map((one) => named(organization, "account", one)),
    ...domain.map((one) => named(organization, "domain", one)),
    ...(repository === undefined ? [] : [["githubRepository", repository || none] as const]),
    ...(repositoryIds === undefined ? [] : [["githubRepositoryIds", repositoryIds] as const]),
    ...(onCall === undefined ? [] : [["onCall", onCall] as const]),
  ]);
  const all = questions(organization);
  // The domain of the first environment comes first: others that are below it go with it, unless they are said, too.
  const taken = all.reduce((now, { path, answer }) => {
    const value = said.get(path);
    return value === undefined ? now : answer(now, value);
  }, organization);
  const isOpen = ({ path }: Question): boolean => !said.has(path) && !(domain.length > 0 && path.endsWith(".domain"));
  return [taken, all.filter(isOpen)];
}

/** `prod=444455556666` as the path and the value; a domain alone is that of the first environment. */
function named({ environments }: Organization, field: "account" | "domain", text: string): [string, string] {
  const names = Object.keys(environments);
  const [name, value] = text.includes("=")
    ? [text.slice(0, text.indexOf("=")), text.slice(text.indexOf("=") + 1)]
    : [field === "domain" ? String(names[0]) : undefined, text];
  if (name === undefined)
    throw new UserError(
      `--${field}: "${text}" names no environment. Say, for example, --${field} ${names[0]}=${text}.`,
    );
  if (!names.includes(name))
    throw new UserError(
      `--${field}: "${name}" is not an environment of ${organizationFile}.${didYouMean(name, names)} Known: ${names.join(", ")}.`,
    );
  return [`environments.${name}.${field}`, value];
}
