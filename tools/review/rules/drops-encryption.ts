import type { Path } from "../../../terraform/plan/decided";
import { given, on, ranked } from "../guards/guard";
import { weakening } from "../guards/weakening";

const what = "Encryption at rest";
const encrypted = on(["encrypted"], what);
const storage = on(["storage_encrypted"], what);
/** Where nothing is said, the account decides. */
const volume = (path: Path) => ({
  ...encrypted,
  path,
  worth: (value: unknown) => (value === undefined || value === null ? undefined : encrypted.worth(value)),
});

/** Encryption at rest protects disks, snapshots and copies of them from whoever gets hold of them. */
export const dropsEncryption = weakening({
  id: "drops-encryption",
  about: "What is stored is no longer encrypted, or something is made that does not encrypt.",
  cannotSee:
    "Whether an account encrypts new volumes by itself, disks beside the first one, and what programs encrypt.",
  guards: {
    aws_appsync_api_cache: [on(["at_rest_encryption_enabled"], what)],
    aws_athena_workgroup: [
      {
        ...ranked(
          ["configuration", 0, "result_configuration", 0, "encryption_configuration", 0, "encryption_option"],
          "Encryption of results",
          [null, "SSE_S3", "SSE_KMS", "CSE_KMS"],
        ),
        enough: 0,
        severity: "high",
      },
    ],
    aws_dax_cluster: [on(["server_side_encryption", 0, "enabled"], what)],
    aws_db_instance: [storage],
    aws_docdb_cluster: [storage],
    aws_docdb_global_cluster: [{ ...storage, enough: 0 }],
    aws_ebs_encryption_by_default: [on(["enabled"], "Encryption of new volumes", { unsaid: true })],
    aws_ebs_snapshot_copy: [{ ...encrypted, enough: 0 }],
    aws_ebs_volume: [volume(["encrypted"])],
    aws_efs_file_system: [encrypted],
    aws_elasticache_replication_group: [on(["at_rest_encryption_enabled"], what)],
    aws_glue_data_catalog_encryption_settings: [
      ranked(["data_catalog_encryption_settings", 0, "encryption_at_rest", 0, "catalog_encryption_mode"], what, [
        "DISABLED",
        "SSE-KMS",
      ]),
    ],
    aws_instance: [volume(["root_block_device", 0, "encrypted"])],
    aws_kinesis_stream: [ranked(["encryption_type"], what, ["NONE", "KMS"])],
    aws_neptune_cluster: [storage],
    aws_neptune_global_cluster: [{ ...storage, enough: 0 }],
    aws_opensearch_domain: [on(["encrypt_at_rest", 0, "enabled"], what)],
    aws_rds_cluster: [storage],
    aws_rds_global_cluster: [{ ...storage, enough: 0 }],
    aws_redshift_cluster: [encrypted],
    aws_sns_topic: [{ ...given(["kms_master_key_id"], what), enough: 0, severity: "high" }],
    aws_sqs_queue: [
      {
        ...on(["sqs_managed_sse_enabled"], what, { unsaid: true }),
        applies: ({ kms_master_key_id }) => !kms_master_key_id,
        severity: "high",
      },
    ],
    aws_ssm_parameter: [
      {
        ...ranked(["type"], "The kind of the parameter", []),
        worth: (value) => Number(value === "SecureString"),
        enough: 0,
      },
    ],
    aws_workspaces_workspace: [
      on(["root_volume_encryption_enabled"], "Encryption of the root volume"),
      on(["user_volume_encryption_enabled"], "Encryption of the user's volume"),
    ],
  },
  apart: {
    aws_ebs_encryption_by_default: { what: "Encryption of new volumes" },
  },
  weaker: "critical",
  weakFromTheStart: "high",
  means: "Whoever gets hold of a disk, a snapshot or a copy reads it.",
  wayOut: "Encrypt it, with a key of your own; most services cannot encrypt what was made without.",
});
