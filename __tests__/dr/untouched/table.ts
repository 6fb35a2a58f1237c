import type { Row } from "./rows";

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");
const listed = (keys: readonly string[]): string => (keys.length === 0 ? "nothing" : `**${keys.join(", ")}**`);

/** The table, with what it shows. */
export const markdown = (
  rows: readonly Row[],
  { things, of }: { readonly things: number; readonly of: number },
): string => `# What a drill leaves alone

Written by \`node tools/run.mjs __tests__/dr/untouched/all.ts\`; ${rows.length} of ${of} rows were run.

A local AWS holds, in the account that is drilled, ${things} things of somebody's: shops that are called as the drill's own is in
another region and as another run's, with networks, buckets, tables, keys, secrets, queues, alarms, vaults and databases; their
snapshots; states, locks and a lease in the drill's own buckets and tables; roles, a zone and a fence. Then a drill runs in that
account, as with \`--aws\`, with roots that are small and make real calls, without clones, inventories of the region, checks and
questions to name servers, which only read, and without a database that is prepared: the roots have none of its functions. In each
row something goes wrong at one point. What failed is cleaned up after; then all of the account is compared with before:
configuration, tags, versions and contents of objects, items of tables, states of keys, fences and openings. Left may be the states
of the drill's own roots, which hold nothing. One that is killed before it has written anything down, or once all is taken back,
leaves its lease: it lapses five minutes later, and the next drill takes it over.

| Where | What goes wrong | How it ends | Touched of somebody's | Left of the drill |
| --- | --- | --- | --- | --- |
${rows.map(({ where, what, ended, touched, left }) => `| ${[cell(where), what, cell(ended), listed(touched), listed(left)].join(" | ")} |`).join("\n")}
`;
