/** Files by their path, as goldens are. */
export type Files = ReadonlyMap<string, string>;

/** Paths of the files that a lane makes otherwise: modules to the byte, roots but for what names the provider. */
export const differences = (kept: Files, made: Files): string[] =>
  [...new Set([...kept.keys(), ...made.keys()])].sort().filter((path) => {
    const [one, other] = [kept.get(path), made.get(path)];
    if (one === undefined || other === undefined) return true;
    return path.startsWith("roots/") ? withoutVersions(one) !== withoutVersions(other) : one !== other;
  });

/** Version of the AWS provider that a root pins. */
export const providerOf = (root: string): string => JSON.parse(root).terraform.required_providers.aws.version;

function withoutVersions(root: string): string {
  const { terraform, ...rest } = JSON.parse(root);
  const providers = { ...terraform.required_providers, aws: undefined };
  return JSON.stringify({ ...rest, terraform: { ...terraform, required_providers: providers } });
}
