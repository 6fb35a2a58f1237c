import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The environment whose modules and roots are kept in full. */
const reference = "prod";

/**
 * What a reviewer reads of a synthesized app: path of each golden file, and its text.
 *
 * Each tier's module once, as the reference environment has it first; another region's or environment's module only where
 * it differs. All roots of the reference environment; of the others, which differ in names only, the recovery roots of dev.
 */
export function goldens(out: string): Map<string, string> {
  return new Map([...modules(join(out, "modules")), ...roots(join(out, "stacks"))]);
}

function modules(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  const environments = readdirSync(folder).sort((a, b) => Number(b === reference) - Number(a === reference));
  for (const environment of environments) {
    for (const region of readdirSync(join(folder, environment)).sort()) {
      for (const tier of readdirSync(join(folder, environment, region)).sort()) {
        const text = moduleText(join(folder, environment, region, tier));
        const path = `modules/${tier}.tf.json`;
        if (!found.has(path)) found.set(path, text);
        else if (found.get(path) !== text) found.set(`modules/${environment}/${region}/${tier}.tf.json`, text);
      }
    }
  }
  return found;
}

const moduleText = (folder: string): string =>
  golden(
    Object.assign({}, ...["versions", "variables", "main", "outputs"].map((name) => read(folder, `${name}.tf.json`))),
  );

const roots = (folder: string): [path: string, text: string][] =>
  readdirSync(folder)
    .filter((id) => id.startsWith(`${reference}-`) || /^dev-.*-recovery-of-/.test(id))
    .sort()
    .map((id) => [`roots/${id}.tf.json`, golden(read(join(folder, id), "cdk.tf.json"))]);

const read = (folder: string, file: string): unknown => JSON.parse(readFileSync(join(folder, file), "utf8"));

const golden = (content: unknown): string => `${JSON.stringify(content, withoutMetadata, 2)}\n`;

/** cdktf's notes on itself. */
const withoutMetadata = (key: string, value: unknown): unknown => (key === "//" ? undefined : value);
