import { RdsClusterParameterGroup } from "@cdktf/provider-aws/lib/rds-cluster-parameter-group";
import { Fn } from "cdktf";
import type { Construct } from "constructs";

/** How PostgreSQL runs: TLS or nothing, and a log that tells who logged in, what changed and what is slow. */
const parameters = {
  "rds.force_ssl": "1",
  log_connections: "1",
  log_disconnections: "1",
  log_lock_waits: "1",
  log_min_duration_statement: "1000",
  log_parameter_max_length: "0", // customers' data is in the parameters; it stays out of the log
  log_statement: "ddl",
} as const;

/**
 * The cluster's parameter group.
 *
 * Its family belongs to a major version, so another one makes a new group of another name before the old one goes.
 */
export function clusterParameters(scope: Construct, name: string, engineVersion: string): RdsClusterParameterGroup {
  const major = Fn.element(Fn.split(".", engineVersion), 0);
  return new RdsClusterParameterGroup(scope, "parameters", {
    name: `${name}-postgresql${major}`,
    family: `aurora-postgresql${major}`,
    description: "TLS only; logs logins, changes of the schema, waits and slow statements",
    parameter: Object.entries(parameters).map(([name, value]) => ({ name, value })),
    lifecycle: { createBeforeDestroy: true },
  });
}
