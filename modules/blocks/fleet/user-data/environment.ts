import { platform } from "../../../core/names";
import type { File } from "./cloud-config";

const path = `/etc/${platform}/environment`;

/** The settings of a workload, in the form that systemd and Docker both read. */
export const environmentFile = (environment: Readonly<Record<string, string>>): File => ({
  path,
  content: Object.entries(environment)
    .map(([name, value]) => `${name}=${value}\n`)
    .join(""),
});

/** Where a workload finds its settings. */
export const environmentPath = path;
