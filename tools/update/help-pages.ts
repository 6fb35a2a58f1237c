import { everyCommand, listed } from "../shop/commands";

/** What `--help` prints, of every command and of all together, by path. */
export async function helpPages(): Promise<Map<string, string>> {
  const loaded = await everyCommand();
  return new Map([
    ["docs/help/shop.txt", overview(new Map(loaded.map(({ name, about }) => [name, about])))],
    ...loaded.map(({ name, help }): [string, string] => [`docs/help/${name}.txt`, help()]),
  ]);
}

function overview(about: ReadonlyMap<string, string>): string {
  const width = Math.max(...listed.map(({ name }) => name.length));
  const groups = [...new Set(listed.map(({ group }) => group))].map((group) => [
    `${group}:`,
    ...listed
      .filter((one) => one.group === group)
      .map(({ name }) => `  ${name.padEnd(width)}  ${about.get(name) ?? ""}`),
    "",
  ]);
  return [
    "Usage: ./shop <command> [options]",
    "",
    ...groups.flat(),
    "./shop <command> --help shows its options, examples and exit codes.",
    "",
  ].join("\n");
}
