import type { Report } from "./schema";

/** What AWS removes on a date of its own, in a line each type and date: keys above all. */
export function scheduledForDeletion({ leftovers = [] }: Report): string[] {
  const counts = new Map<string, number>();
  for (const { type, goneOn } of leftovers.flatMap(({ softlyDeleted }) => softlyDeleted)) {
    const group = `${type} ${goneOn}`;
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return [...counts].sort().map(([group, count]) => {
    const [type = "", date] = group.split(" ");
    const name = names[type] ?? type;
    return `${count} ${count === 1 || !names[type] ? name : `${name}s`} scheduled for deletion on ${date}`;
  });
}

const names: Readonly<Record<string, string>> = { aws_kms_key: "KMS key", aws_secretsmanager_secret: "secret" };
