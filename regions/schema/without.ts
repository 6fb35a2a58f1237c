import { z } from "zod";

const reason = z.string().regex(/^(?=.*\S\s+\S).{20,}$/s, "must say why, in a sentence of at least 20 characters");

/** What a live region must have, unless its file says why it has not. */
export const withoutSchema = z.strictObject({
  recovery: reason.optional().describe("Why no target in dr/targets.ts rebuilds the region."),
  backupCopies: reason.optional().describe("Why backups are copied to no other region."),
  alerts: reason.optional().describe("Why nobody subscribes to the region's alerts."),
});

export type Without = Readonly<z.output<typeof withoutSchema>>;

/** What a region file says instead. */
export const sayWhy = (what: keyof Without): string => `say why not: without: { ${what}: "a sentence" }`;

/** That a region has what its file says that it is without. */
export const notWithout = (what: keyof Without, has: string): string =>
  `${has}. Remove without.${what}, or what it speaks of.`;
