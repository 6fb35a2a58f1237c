import { platform } from "../core/names";

/** What is the same on every engine: a snapshot carries the names, and people know the hours (UTC). */
export const fixed = {
  databaseName: platform,
  masterUsername: `${platform}_admin`,
  backupWindow: "01:00-02:00",
  maintenanceWindow: "sun:03:00-sun:04:00",
  logExports: ["postgresql"],
} as const;
