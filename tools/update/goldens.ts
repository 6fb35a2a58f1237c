import { readFileSync } from "node:fs";
import { join } from "node:path";
import { drilled } from "../../regions/schema/environment";
import { moduleContent } from "../../terraform/published";
import { readModules, readRoots, type SynthesizedModule } from "../../terraform/synthesized";

/**
 * What a reviewer reads of a synthesized app: path of each golden file, and its text.
 *
 * Each tier's module once, as the reference environment has it first; another region's or environment's module only where
 * it differs. All roots of the reference environment; of the others, which differ in names only, the recovery roots of
 * the one that is drilled.
 */
export function goldens(out: string, reference: string): Map<string, string> {
  const isReference = ({ environment }: SynthesizedModule): boolean => environment === reference;
  const ofAll = readModules(out);
  return new Map([
    ...modules([...ofAll.filter(isReference), ...ofAll.filter((module) => !isReference(module))]),
    ...roots(out, reference),
  ]);
}

function modules(all: readonly SynthesizedModule[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { environment, region, tier, folder } of all) {
    const text = golden(moduleContent(folder));
    const path = `modules/${tier}.tf.json`;
    if (!found.has(path)) found.set(path, text);
    else if (found.get(path) !== text) found.set(`modules/${environment}/${region}/${tier}.tf.json`, text);
  }
  return found;
}

const roots = (out: string, reference: string): [path: string, text: string][] =>
  readRoots(out)
    .filter(
      ({ id }) => id.startsWith(`${reference}-`) || (id.startsWith(`${drilled}-`) && id.includes("-recovery-of-")),
    )
    .map(({ id, folder }) => [
      `roots/${id}.tf.json`,
      golden(JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8"))),
    ]);

const golden = (content: unknown): string => `${JSON.stringify(content, withoutMetadata, 2)}\n`;

/** cdktf's notes on itself. */
const withoutMetadata = (key: string, value: unknown): unknown => (key === "//" ? undefined : value);
