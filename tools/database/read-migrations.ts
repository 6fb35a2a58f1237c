import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../../modules/core/user-error";
import { type Migration, mostBytes, payloadOf } from "./call-preparation";

/** The `.sql` files of a folder, in the order of their names; refuses a folder without any, or with too much for one call. */
export function readMigrations(folder: string): Migration[] {
  const names = namesIn(folder).filter((name) => name.endsWith(".sql"));
  if (names.length === 0) throw new UserError(`--migrations: there is no .sql file in "${folder}".`);
  const migrations = names.sort().map((name) => ({ name, sql: readFileSync(join(folder, name), "utf8") }));
  const { length } = payloadOf(migrations);
  if (length > mostBytes)
    throw new UserError(
      `--migrations: the files in "${folder}" are ${length} bytes as JSON, and Lambda takes ${mostBytes} in a call. Leave out files that are applied everywhere.`,
    );
  return migrations;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw new UserError(`--migrations: "${folder}" cannot be read: ${error instanceof Error ? error.message : error}.`);
  }
}
