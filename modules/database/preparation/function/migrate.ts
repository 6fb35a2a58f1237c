import { createHash } from "node:crypto";
import { type Names, quoted, type Sql } from "./sql";

/** A file of SQL statements. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/**
 * Applies the migrations that were not applied yet, in the order given, as the owner of the schema.
 *
 * What was applied is a row of the schema's table `migration`, so it is never applied again, and never changed.
 */
export async function migrate(
  sql: Sql,
  { owner, user, schema }: Names,
  migrations: readonly Migration[],
): Promise<string[]> {
  const table = `${quoted(schema)}.migration`;
  const asOwner = async () => {
    await sql(`SET LOCAL ROLE ${quoted(owner)}`);
    await sql(`SET LOCAL search_path TO ${quoted(schema)}`);
  };
  await asOwner();
  await sql(
    `CREATE TABLE IF NOT EXISTS ${table} (name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`,
  );
  await sql(`REVOKE INSERT, UPDATE, DELETE ON ${table} FROM ${quoted(user)}`);
  const known = new Map((await sql(`SELECT name, sha256 FROM ${table}`)).map((row) => [row.name, row.sha256]));

  const applied: string[] = [];
  for (const { name, sql: text } of migrations) {
    const sha256 = createHash("sha256").update(text).digest("hex");
    if (known.get(name) === sha256) continue;
    if (known.has(name))
      throw new Error(`${name} was applied with another content. Take it back, and put the change in a new file.`);
    await inOneTransaction(sql, { name, sql: text });
    await asOwner();
    await sql(`INSERT INTO ${table} (name, sha256) VALUES ($1, $2)`, [name, sha256]);
    applied.push(name);
  }
  return applied;
}

/** All that one call does is one transaction: a file that ends it would leave half of the work behind. */
async function inOneTransaction(sql: Sql, { name, sql: text }: Migration): Promise<void> {
  const transaction = async () => (await sql("SELECT pg_current_xact_id()::text AS id"))[0]?.id;
  const before = await transaction();
  try {
    await sql(text);
  } catch (error) {
    throw new Error(
      `${name}: ${error instanceof Error ? error.message : error}. No migration of this call was applied.`,
    );
  }
  if ((await transaction()) !== before)
    throw new Error(
      `${name} ends the transaction (COMMIT or ROLLBACK), so what is before that may be applied, and is not recorded. Look at the database, and take the statement out of the file.`,
    );
}
