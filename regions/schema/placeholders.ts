/** The accounts of the shop as it is shipped: AWS's own examples, which nobody has. They are for the local AWS. */
const exampleAccounts = ["111122223333", "222222222222", "333333333333"];

export const isExampleAccount = (account: string): boolean => exampleAccounts.includes(account);

/** Whether a domain is reserved for examples and tests, so that nobody has it. https://www.rfc-editor.org/rfc/rfc6761 */
export const isExampleDomain = (domain: string): boolean =>
  /(^|\.)(example(\.[a-z]+)?|test|invalid|localhost)$/i.test(domain);

/** Whether a repository on GitHub is an example's. */
export const isExampleRepository = (repository: string): boolean => /^example\//i.test(repository);

/** Whether alerts sent there, by e-mail or https, would reach an example's domain. */
export const isExampleEndpoint = (endpoint: string): boolean => {
  const [, host = ""] = /^(?:https:\/\/|[^/]*@)([^/:?]+)/.exec(endpoint) ?? [];
  return isExampleDomain(host);
};
