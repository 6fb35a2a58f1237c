import type { Attributes } from "../../../terraform/plan/resource-changes";

/** What becomes of the data of a type when it is destroyed with its former settings, in a sentence; undefined if it is lost. */
type Kept = (before: Attributes) => string | undefined;

const refusedIfFull =
  (force: string): Kept =>
  (before) =>
    before[force] === true ? undefined : "AWS refuses that as long as anything is in it, and the apply fails half-way.";

const isProtected =
  (protection: string, value: unknown = true): Kept =>
  (before) =>
    before[protection] === value
      ? "AWS refuses that as long as it is protected, and the apply fails half-way."
      : undefined;

const finalSnapshot: Kept = (before) =>
  before.skip_final_snapshot === false
    ? "AWS takes a final snapshot before; what else it has backed up by itself goes with it."
    : undefined;

/** A snapshot that has a name is taken. */
const namedSnapshot =
  (name: string): Kept =>
  (before) =>
    typeof before[name] === "string" && before[name] !== "" ? "AWS takes a final snapshot before." : undefined;

const replica: Kept = ({ replicate_source_db: source }) =>
  source ? "It is a replica: the source keeps the data, and what reads here must read there." : undefined;

const secret: Kept = ({ recovery_window_in_days: days }) =>
  days === 0 ? undefined : `It can be restored for ${days ?? 30} days; until then, nobody can read it.`;

const table: Kept = ({ point_in_time_recovery: recovery }) =>
  Array.isArray(recovery) && recovery[0]?.enabled === true
    ? "AWS keeps a last backup of it for 35 days, since it can be restored to a point in time."
    : undefined;

/** What keeps data of a destroyed resource, first come first served; what is not here is lost. */
export const keptAfterAll: Readonly<Record<string, readonly Kept[]>> = {
  aws_backup_vault: [refusedIfFull("force_destroy")],
  aws_cognito_user_pool: [isProtected("deletion_protection", "ACTIVE")],
  aws_db_instance: [replica, isProtected("deletion_protection"), finalSnapshot],
  aws_docdb_cluster: [isProtected("deletion_protection"), finalSnapshot],
  aws_dsql_cluster: [isProtected("deletion_protection_enabled")],
  aws_dynamodb_table: [isProtected("deletion_protection_enabled"), table],
  aws_ebs_volume: [
    ({ final_snapshot }) => (final_snapshot === true ? "AWS takes a final snapshot before." : undefined),
  ],
  aws_ecr_repository: [refusedIfFull("force_delete")],
  aws_elasticache_cluster: [namedSnapshot("final_snapshot_identifier")],
  aws_elasticache_replication_group: [namedSnapshot("final_snapshot_identifier")],
  aws_instance: [isProtected("disable_api_termination")],
  aws_memorydb_cluster: [namedSnapshot("final_snapshot_name")],
  aws_neptune_cluster: [isProtected("deletion_protection"), finalSnapshot],
  aws_qldb_ledger: [isProtected("deletion_protection")],
  aws_rds_cluster: [isProtected("deletion_protection"), finalSnapshot],
  aws_rds_global_cluster: [() => "Its clusters stay, and no longer copy each other."],
  aws_redshift_cluster: [finalSnapshot],
  aws_s3_bucket: [refusedIfFull("force_destroy")],
  aws_secretsmanager_secret: [secret],
};
