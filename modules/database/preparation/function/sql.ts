/** Runs one statement, or a file of several that has no values, and gives the rows by the names of their columns. */
export type Sql = (text: string, values?: readonly string[]) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** A name as PostgreSQL takes it, whatever is in it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Whose database it is. */
export interface Names {
  /** Role that owns the schema and what is in it; nobody logs in as it. */
  readonly owner: string;
  /** User that the service logs in as, with IAM. */
  readonly user: string;
  readonly schema: string;
}
