import { databaseIdentifier } from "../../modules/database/contract";
import type { Settings } from "../drill";

/** ARN of the database that a drill has in a region under a prefix: of its cluster, or of its only instance. */
export function databaseArn({ environment, lost }: Settings, region: string, namePrefix: string): string {
  const kind = lost.database.engine === "rds" ? "db" : "cluster";
  return `arn:aws:rds:${region}:${environment.account}:${kind}:${databaseIdentifier(namePrefix)}`;
}
