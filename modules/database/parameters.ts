import { DbParameterGroup } from "@cdktf/provider-aws/lib/db-parameter-group";
import { RdsClusterParameterGroup } from "@cdktf/provider-aws/lib/rds-cluster-parameter-group";
import { Fn } from "cdktf";
import type { Construct } from "constructs";

/** How PostgreSQL runs: TLS or nothing, and a log that tells who logged in, what changed and what is slow. */
const parameters = Object.entries({
  "rds.force_ssl": "1",
  log_connections: "1",
  log_disconnections: "1",
  log_lock_waits: "1",
  log_min_duration_statement: "1000",
  log_parameter_max_length: "0", // customers' data is in the parameters; it stays out of the log
  log_statement: "ddl",
}).map(([name, value]) => ({ name, value }));

/** The parameter group of an Aurora cluster. */
export const clusterParameters = (scope: Construct, name: string, engineVersion: string): RdsClusterParameterGroup =>
  new RdsClusterParameterGroup(scope, "parameters", groupOf("aurora-postgresql", name, engineVersion));

/** The parameter group of an RDS instance. */
export const instanceParameters = (scope: Construct, name: string, engineVersion: string): DbParameterGroup =>
  new DbParameterGroup(scope, "parameters", groupOf("postgres", name, engineVersion));

/** A family belongs to a major version, so another one makes a new group of another name before the old one goes. */
const groupOf = (family: string, name: string, engineVersion: string) => {
  const major = Fn.element(Fn.split(".", engineVersion), 0);
  return {
    name: `${name}-postgresql${major}`,
    family: `${family}${major}`,
    description: "TLS only; logs logins, schema changes, lock waits and slow statements",
    parameter: parameters,
    lifecycle: { createBeforeDestroy: true },
  };
};
