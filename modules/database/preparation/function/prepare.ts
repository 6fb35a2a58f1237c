import { type Migration, migrate } from "./migrate";
import type { Names, Sql } from "./sql";
import { steps } from "./steps";

/** What a call has done; nothing, where all of it was there. */
export interface Prepared {
  readonly made: readonly string[];
  readonly applied: readonly string[];
}

/** The key of the lock that two calls wait for; any number that nobody else takes. */
const lockKey = "7263015408";

/**
 * Makes what the service needs of its database, and applies migrations: in the caller's transaction, all or nothing.
 *
 * A call that meets another one waits until that one is done, and then finds what it has made.
 */
export async function prepare(sql: Sql, names: Names, migrations: readonly Migration[]): Promise<Prepared> {
  await sql(`SELECT pg_advisory_xact_lock(${lockKey})`);
  const made: string[] = [];
  for (const { makes, found, statement } of steps(names)) {
    const [text, ...values] = found;
    if ((await sql(text, values)).length > 0) continue;
    await sql(statement);
    made.push(makes);
  }
  const applied = migrations.length > 0 ? await migrate(sql, names, migrations) : [];
  return { made, applied };
}
