import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { execaSync } from "execa";
import { typeChecker } from "../../../tools/check/program";

const root = resolve(__dirname, "../../..");
const folder = mkdtempSync(join(root, ".cache/late-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the type checker says of a line about a late boolean `flag` and a late number `count`. */
function typeErrors(lines: readonly string[]): string[] {
  const source = [
    'import { type LateBoolean, type LateNumber, not, number, times } from "../../modules/core/late";',
    "declare const flag: LateBoolean;",
    "declare const count: LateNumber;",
    "export const all = [not, number, times, flag, count];",
    ...lines.map((line, index) => `export const value${index} = ${line};`),
  ];
  writeFileSync(join(folder, "lines.ts"), source.join("\n"));
  const options = [
    "--ignoreConfig",
    "--noEmit",
    "--strict",
    "--skipLibCheck",
    "--target",
    "es2022",
    "--module",
    "esnext",
  ];
  const { stdout } = execaSync(
    typeChecker,
    [...options, "--moduleResolution", "bundler", "--types", "node", join(folder, "lines.ts")],
    { cwd: root, reject: false },
  );
  const wrong = new Set([...stdout.matchAll(/lines\.ts\((\d+),/g)].map(([, line]) => Number(line) - 5));
  return lines.filter((_, index) => wrong.has(index));
}

it("cannot be calculated with, passed as a plain value or compared: the type checker refuses it", () => {
  const refused = [
    "count * 2",
    "count - 1",
    "count as number",
    "((plain: number) => plain)(count)",
    "((plain: boolean) => plain)(flag)",
    "flag === true",
    "count < 3",
    "not(count)",
    "times(flag, 2)",
  ];
  expect(typeErrors([...refused, "not(flag)", "number(count)", "times(count, 2)"])).toEqual(refused);
});
