import { table } from "../modules/markdown";
import { everyCommand, listed } from "../shop/commands";

/** Every command, by who needs it: a link to its help, and what it does. */
export async function commandTable(): Promise<string> {
  const about = new Map((await everyCommand()).map((one) => [one.name, one.about]));
  return table(
    ["For", "Command", "What it does"],
    listed.map(({ name, group }, index) => [
      listed[index - 1]?.group === group ? "" : group,
      `[\`./shop ${name}\`](docs/help/${name}.txt)`,
      about.get(name) ?? "",
    ]),
    "None.",
  );
}
