import { on, ranked } from "../guards/guard";
import { weakening } from "../guards/weakening";

const protection = "Deletion protection";

/** Deletion protection refuses a destroy that nobody meant. */
export const removesDeletionProtection = weakening({
  id: "removes-deletion-protection",
  about: "Protection from deletion is turned off, or something that holds data is made without it.",
  cannotSee: "`prevent_destroy` in the configuration: a plan does not say it.",
  guards: {
    aws_cloudtrail_event_data_store: [
      on(["termination_protection_enabled"], "Termination protection", { unsaid: true }),
    ],
    aws_cognito_user_pool: [ranked(["deletion_protection"], protection, ["INACTIVE", "ACTIVE"])],
    aws_db_instance: [on(["deletion_protection"], protection)],
    aws_docdb_cluster: [on(["deletion_protection"], protection)],
    aws_docdb_global_cluster: [on(["deletion_protection"], protection)],
    aws_dsql_cluster: [on(["deletion_protection_enabled"], protection)],
    aws_dynamodb_table: [on(["deletion_protection_enabled"], protection)],
    aws_dynamodb_table_replica: [on(["deletion_protection_enabled"], protection)],
    aws_neptune_cluster: [on(["deletion_protection"], protection)],
    aws_neptune_global_cluster: [on(["deletion_protection"], protection)],
    aws_qldb_ledger: [on(["deletion_protection"], protection, { unsaid: true })],
    aws_rds_cluster: [on(["deletion_protection"], protection)],
    aws_rds_global_cluster: [on(["deletion_protection"], protection)],
  },
  weaker: "high",
  weakFromTheStart: "low",
  means: "A destroy that nobody meant goes through then.",
  wayOut: "Leave it on; a change that must destroy turns it off in an apply of its own.",
});
