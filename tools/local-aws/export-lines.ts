/** The lines that give a POSIX shell an environment; variables of `own` that would disturb it are unset. */
export function exportLines(
  environment: Readonly<Record<string, string>>,
  own: NodeJS.ProcessEnv = process.env,
): string {
  const disturbing = Object.keys(own).filter((name) => name.startsWith("AWS_") && !(name in environment));
  return [
    ...disturbing.sort().map((name) => `unset ${name}`),
    ...Object.entries(environment).map(([name, value]) => `export ${name}=${quote(value)}`),
    "",
  ].join("\n");
}

/** A value as one word of a POSIX shell. */
export function quote(value: string): string {
  return /^[\w@%+=:,./-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}
