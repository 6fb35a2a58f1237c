import { compare } from "../../affected/compare";

/** What has happened to a resource since another commit. */
export type Change = "same" | "added" | "changed" | "removed";

/** A resource as it is looked up: its root, its address there, and what is written of it. */
interface Looked {
  readonly root: string;
  readonly address: string;
  readonly value: unknown;
}

/** What has happened since another commit. */
export interface Changes {
  /** The folder with what that commit synthesizes, and what people call the commit; undefined where nothing is compared. */
  readonly before: { readonly folder: string; readonly ref: string } | undefined;
  of(resource: Looked): Change;
}

export const noChanges: Changes = { before: undefined, of: () => "same" };

/**
 * Compares two synthesized apps, resource by resource.
 *
 * What a module is called with changes the resources that use it: one that says `${var.max_per_zone}` is changed with it.
 */
export function changesBetween(before: { readonly folder: string; readonly ref: string }, after: string): Changes {
  const found = new Map<string, Change>();
  const inputs = new Map<string, string[]>();
  for (const { id, ...root } of compare(before.folder, after)) {
    const note = (change: Change, addresses: readonly string[]): void => {
      for (const address of addresses) found.set(`${id} ${address}`, change);
    };
    note("changed", [...root.changed.map(({ address }) => address), ...root.moved.map(({ to }) => to)]);
    note("added", root.added);
    note("removed", root.removed);
    const variables = root.other.filter((address) => address.includes(".variable."));
    inputs.set(id, [...root.arguments.map(({ address }) => address), ...variables]);
  }
  return {
    before,
    of: ({ root, address, value }) => {
      const noted = found.get(`${root} ${address}`);
      if (noted !== undefined) return noted;
      const tier = address.split(".").slice(0, 2).join(".");
      const used = (inputs.get(root) ?? []).filter((input) => input.startsWith(`${tier}.`));
      const text = JSON.stringify(value);
      return used.some((input) => new RegExp(`\\bvar\\.${input.split(".").at(-1)}\\b`).test(text)) ? "changed" : "same";
    },
  };
}
