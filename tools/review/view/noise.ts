import { isDeepStrictEqual } from "node:util";
import type { ResourceChange } from "../../../terraform/plan/resource-changes";
import { sameMeaning } from "../policies/words";
import type { AttributeView, Noise } from "../result";
import type { Viewing } from "./viewing";

/**
 * Why a change is no news; undefined where it is. Rules judge it all the same, and what they find something about is never
 * folded.
 */
export function noise(
  change: ResourceChange,
  attributes: readonly AttributeView[],
  { decided }: Viewing,
): Noise | undefined {
  const { fate, address, sensitive } = change;
  if (fate === "read") return "read";
  if (fate === "move") return "moved";
  if (fate !== "update") return undefined;
  if (attributes.length === 0) return isDeepStrictEqual(sensitive[0], sensitive[1]) ? "spelling" : "marks";
  // A default that came with a version of the provider: it had no value, and nobody has asked for one.
  const isDefault = ({ path, before, known, hidden }: AttributeView): boolean =>
    known && !hidden && before === null && decided?.(address, [nameIn(path)])?.configured === false;
  const kinds = attributes.map((one): Noise | undefined => {
    if (tags.has(nameIn(one.path))) return "tags";
    if (one.computed) return "computed";
    if (one.words?.join() === sameMeaning) return "spelling";
    return isDefault(one) ? "provider" : undefined;
  });
  if (kinds.includes(undefined)) return undefined;
  return (["tags", "provider", "spelling", "computed"] as const).find((kind) => kinds.includes(kind));
}

const tags: ReadonlySet<string> = new Set(["tags", "tags_all", "labels", "terraform_labels", "effective_labels"]);

const nameIn = (path: string): string => /^[^.[]*/.exec(path)?.[0] ?? path;
