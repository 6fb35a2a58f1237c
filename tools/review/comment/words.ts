import type { ChangeView, Noise } from "../result";

/** What becomes of resources, in the order in which a reviewer wants to know. */
export const fates = ["destroy", "replace", "forget", "update", "import", "move", "create", "read"] as const;

/** `2 roots`, `1 root` */
export const count = (number: number, what: string): string =>
  `${number.toLocaleString("en")} ${what}${number === 1 ? "" : "s"}`;

/** `2 critical and 1 high risk` */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;

/** `1 to replace, 2 to create` */
export function fateCounts(changes: readonly ChangeView[]): string {
  const parts = fates.flatMap((fate) => {
    const number = changes.filter((one) => one.fate === fate).length;
    return number === 0 ? [] : [`${number.toLocaleString("en")} to ${fate}`];
  });
  return parts.join(", ");
}

/** What changes are that nobody needs to read. */
export const noiseWords: Readonly<Record<Noise, string>> = {
  tags: "only in their tags",
  computed: "only in what AWS computes",
  provider: "only in defaults of another version of the provider",
  spelling: "only in how they are written",
  marks: "only in what counts as secret",
  moved: "only in their address",
  read: "data that is read during the apply",
};
