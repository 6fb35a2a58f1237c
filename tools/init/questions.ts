import type { Problem } from "../../regions/schema/explain";
import type { Organization } from "../../regions/schema/organization-schema";
import { problemsWith } from "./problems";

/** One value that every adopter replaces. */
export interface Question {
  /** Where it is in the organization. */
  readonly path: string;
  readonly text: string;
  /** Whether it is asked after what was answered so far; it is where this is left out. */
  isAsked?(organization: Organization): boolean;
  /** What it is now, as a person would write it. */
  suggested(organization: Organization): string;
  /** The organization with another value. */
  answer(organization: Organization, value: string): Organization;
}

/** What a person writes for no repository. */
export const none = "none";

/** Everything that is asked, in order, about an organization with these environments. */
export const questions = ({ environments }: Organization): Question[] => [
  ...Object.keys(environments).map(
    (name): Question => ({
      path: `environments.${name}.account`,
      text: `AWS account of ${name}`,
      suggested: (organization) => organization.environments[name]?.account ?? "",
      answer: (organization, account) => withEnvironment(organization, name, { account }),
    }),
  ),
  ...Object.keys(environments).map(
    (name): Question => ({
      path: `environments.${name}.domain`,
      text: `Domain of ${name}`,
      suggested: (organization) => organization.environments[name]?.domain ?? "",
      answer: (organization, domain) => withDomain(organization, name, domain),
    }),
  ),
  {
    path: "githubRepository",
    text: `Repository on GitHub whose workflows may plan and apply, or ${none}`,
    suggested: ({ githubRepository }) => githubRepository ?? none,
    // Another repository has other ids.
    answer: (organization, value) =>
      value === (organization.githubRepository ?? none)
        ? organization
        : { ...organization, githubRepository: value === none ? null : value, githubRepositoryIds: null },
  },
  {
    path: "githubRepositoryIds",
    text: `GitHub's ids of its owner and of it, such as 123456/456789, or ${none} (./shop doctor shows them later)`,
    isAsked: ({ githubRepository }) => githubRepository !== null,
    suggested: ({ githubRepositoryIds }) => githubRepositoryIds ?? none,
    answer: (organization, value) => ({ ...organization, githubRepositoryIds: value === none ? null : value }),
  },
  {
    path: "onCall",
    text: "E-mail address that alerts go to",
    suggested: ({ onCall }) => onCall,
    answer: (organization, onCall) => ({ ...organization, onCall }),
  },
];

/** An environment with another account or domain. */
function withEnvironment(
  organization: Organization,
  name: string,
  change: Partial<Organization["environments"][string]>,
): Organization {
  const before = organization.environments[name];
  if (!before) throw new Error(`There is no environment ${name}.`);
  return { ...organization, environments: { ...organization.environments, [name]: { ...before, ...change } } };
}

/** The domain of an environment; where others are below the first one's, they go with it. */
function withDomain(organization: Organization, name: string, domain: string): Organization {
  const [first] = Object.keys(organization.environments);
  const above = organization.environments[name]?.domain;
  const others = name === first ? Object.entries(organization.environments).slice(1) : [];
  return others
    .filter(([, other]) => other.domain.endsWith(`.${above}`))
    .reduce(
      (all, [other, { domain: old }]) =>
        withEnvironment(all, other, { domain: old.slice(0, -String(above).length) + domain }),
      withEnvironment(organization, name, { domain }),
    );
}

/** Where answers come from, and where what is wrong with one is told. */
export interface Asker {
  ask(text: string, suggested: string): Promise<string>;
  tell(problem: Problem): void;
}

/** Asks each question until its answer is taken; an empty one takes what is suggested. */
export async function askAll(organization: Organization, asked: readonly Question[], asker: Asker) {
  let answered = organization;
  for (const { path, text, isAsked, suggested, answer } of asked) {
    if (isAsked && !isAsked(answered)) continue;
    for (let problem: Problem | undefined, first = true; first || problem; first = false) {
      const said = (await asker.ask(text, suggested(answered))).trim();
      const next = answer(answered, said || suggested(answered));
      problem = problemsWith(next).find((one) => one.path === path);
      if (problem) asker.tell(problem);
      else answered = next;
    }
  }
  return answered;
}
