import { given, off, on } from "../guards/guard";
import { weakening } from "../guards/weakening";

const skipping = off(["skip_final_snapshot"], "Skipping the final snapshot");
const skippingBackup = off(["skip_final_backup"], "Skipping the final backup", { unsaid: true });

/** A final snapshot is the last way back from a destroy. */
export const skipsFinalSnapshot = weakening({
  id: "skips-final-snapshot",
  about: "What holds data is no longer saved when it is destroyed.",
  cannotSee: "Whether other backups would outlive it.",
  guards: {
    aws_db_instance: [skipping],
    aws_docdb_cluster: [skipping],
    aws_ebs_volume: [on(["final_snapshot"], "The final snapshot")],
    aws_elasticache_cluster: [given(["final_snapshot_identifier"], "The name of the final snapshot")],
    aws_elasticache_replication_group: [given(["final_snapshot_identifier"], "The name of the final snapshot")],
    aws_fsx_lustre_file_system: [skippingBackup],
    aws_fsx_ontap_volume: [skippingBackup],
    aws_fsx_openzfs_file_system: [skippingBackup],
    aws_fsx_windows_file_system: [skippingBackup],
    aws_memorydb_cluster: [given(["final_snapshot_name"], "The name of the final snapshot")],
    aws_neptune_cluster: [skipping],
    aws_rds_cluster: [skipping],
    aws_redshift_cluster: [skipping],
  },
  weaker: "high",
  means: "When it is destroyed, nothing is left of its data.",
  wayOut: "Leave the final snapshot on, with a name that is still free.",
});
