import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { holdsTrue } from "../../../terraform/holds-true";
import type { ResourceChange } from "../../../terraform/plan/resource-changes";
import type { AttributeView } from "../result";

/** The attributes that differ, each as a whole, those that are known after the apply only included. */
export function attributes({ before, after, unknown, sensitive }: ResourceChange): AttributeView[] {
  const [was, is, later]: Readonly<Record<string, unknown>>[] = [before ?? {}, after ?? {}, Object(unknown)];
  const [wasSecret, isSecret]: Readonly<Record<string, unknown>>[] = [Object(sensitive[0]), Object(sensitive[1])];
  const names = [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {}), ...Object.keys(later ?? {})])];
  return names.flatMap((name) => {
    const known = !holdsTrue(later?.[name]);
    if (known && isDeepStrictEqual(was?.[name] ?? null, is?.[name] ?? null)) return [];
    const hidden = holdsTrue(wasSecret?.[name]) || holdsTrue(isSecret?.[name]) || sensitive.includes(true);
    const shown = (value: unknown): string | null => {
      if (value === undefined || value === null) return null;
      return hidden ? digest(value) : JSON.stringify(value);
    };
    return [{ path: name, before: shown(was?.[name]), after: shown(is?.[name]), known, hidden }];
  });
}

/** Tells whether a secret has changed, and nothing of it. */
const digest = (value: unknown): string =>
  `sha256:${createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 12)}`;
