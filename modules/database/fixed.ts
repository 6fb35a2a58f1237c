import { platform } from "../core/names";
import { windows } from "./windows/contract";

/** What is the same on every engine: a snapshot carries the names, and people know the hours (UTC). */
export const fixed = {
  databaseName: platform,
  masterUsername: `${platform}_admin`,
  backupWindow: windows.backup,
  maintenanceWindow: windows.maintenance,
  logExports: ["postgresql"],
} as const;
