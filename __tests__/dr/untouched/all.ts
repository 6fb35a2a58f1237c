import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { steps } from "../../../dr/steps/all";
import { projectRoot } from "../../../terraform/project-root";
import { emulator } from "../../../tools/local-aws/emulator";
import { foreignAccount } from "./account";
import type { Place } from "./faults";
import { faultsIn, faultyCleanUp, faultyDrill, firstCalls, type Row, undisturbed } from "./rows";
import { markdown } from "./table";

// Writes docs/untouched.md, in about 20 minutes: node tools/run.mjs __tests__/dr/untouched/all.ts [PART OF A TITLE]
const [only = ""] = process.argv.slice(2);
const where = { kind: "account", upstream: () => emulator({ url: new URL("http://127.0.0.1") }) } as const;
const places = steps({ keep: false, where }).flatMap(({ title, undo }): Place[] => [
  { title, phase: "run" },
  ...(undo ? [{ title: undo.title, phase: "undo" as const }] : []),
]);

const account = await foreignAccount();
const rows: Row[] = [];
const tell = (row: Row, things: number, of: number) => {
  rows.push(row);
  if (only === "") writeFileSync(join(projectRoot, "docs/untouched.md"), markdown(rows, { things, of }));
  process.stderr.write(`${new Date().toISOString()} ${rows.length} ${JSON.stringify(row)}\n`);
};
try {
  const before = await account.list();
  const { well, changes, ofCleanUp } = await undisturbed(account);
  process.stderr.write(`${before.size} things of somebody's\n`);
  // Otherwise no row would get further than that.
  if (well.errors.length > 0) throw new Error(`a drill of which nothing is to go wrong: ${well.errors.join("\n")}`);
  const faults = places.flatMap((place) => faultsIn(place, changes)).filter(({ in: at }) => at?.title.includes(only));
  // Where more is at stake comes first.
  const drills = [...faults.filter(({ kind }) => kind !== "kill"), ...faults.filter(({ kind }) => kind === "kill")];
  const calls = "clean-up".includes(only) ? firstCalls(ofCleanUp) : [];
  const works = [
    ...drills.map((fault) => () => faultyDrill(account, before, fault)),
    ...calls.map((call) => () => faultyCleanUp(account, before, call)),
  ];
  for (const work of works) tell(await work(), before.size, works.length);
} finally {
  await account.remove();
}
process.exit(rows.some(({ touched, left }) => touched.length + left.length > 0) ? 1 : 0);
