import { loopbackDirectly } from "../../terraform/process/environments";

/** What is to change in an environment: a variable's new value, or null where it is to be unset. */
export type Changes = Readonly<Record<string, string | null>>;

/**
 * What makes `environment` of the caller's own: never what the caller has already, so that no secret of theirs is
 * printed; what would lead elsewhere is unset.
 */
export function changesTo(
  environment: Readonly<Record<string, string>>,
  own: NodeJS.ProcessEnv = process.env,
): Changes {
  const wanted = Object.entries({ ...environment, ...loopbackDirectly(own) });
  const disturbing = Object.keys(own).filter((name) => leadsElsewhere.test(name) && !(name in environment));
  return Object.fromEntries([
    ...disturbing.sort().map((name) => [name, null]),
    // Others than AWS's hold no secret, and the launcher of this command may have set them for itself.
    ...wanted.filter(([name, value]) => own[name] !== value || !name.startsWith("AWS_")),
  ]);
}

/** The lines that make these changes in a POSIX shell. */
export const exportLines = (changes: Changes): string =>
  Object.entries(changes)
    .map(([name, value]) => (value === null ? `unset ${name}\n` : `export ${name}=${quote(value)}\n`))
    .join("");

/** Another account or endpoint; a workspace, which has a state of its own; other folders, arguments, values, providers. */
const leadsElsewhere = /^(AWS_(?!SDK_JS_)|TF_(WORKSPACE|DATA_DIR|CLI_ARGS|VAR_|REATTACH_PROVIDERS$))/;

/** A value as one word of a POSIX shell. */
export function quote(value: string): string {
  return /^[\w@%+=:,./-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}
