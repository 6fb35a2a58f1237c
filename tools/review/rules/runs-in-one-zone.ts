import { type Guard, on, ranked } from "../guards/guard";
import { weakening } from "../guards/weakening";

const multiAz = on(["multi_az"], "The standby in another zone");
/** Types of file systems whose name says whether they stand in several zones. */
const fileSystem: Guard = {
  ...ranked(["deployment_type"], "The deployment", []),
  worth: (type) => Number(`${type}`.startsWith("MULTI_AZ")),
  enough: 0,
};

/** What stands in one zone goes with it. */
export const runsInOneZone = weakening({
  id: "runs-in-one-zone",
  about: "What stood in several zones, or failed over by itself, does so no longer.",
  cannotSee: "Clusters whose members are resources of their own: losing one of them is another rule's.",
  guards: {
    aws_db_instance: [{ ...multiAz, applies: ({ replicate_source_db }) => !replicate_source_db }],
    aws_dms_replication_instance: [{ ...multiAz, enough: 0 }],
    aws_efs_file_system: [
      {
        ...ranked(["availability_zone_name"], "The zone", []),
        worth: (zone) => Number(!zone),
        enough: 1,
        changed: (_, zone) => `It is kept in ${zone} only.`,
        made: (zone) => `It is kept in ${zone} only.`,
      },
    ],
    aws_elasticache_replication_group: [
      on(["automatic_failover_enabled"], "Automatic failover"),
      { ...on(["multi_az_enabled"], "The spread over zones"), enough: 0 },
    ],
    aws_fsx_ontap_file_system: [fileSystem],
    aws_fsx_openzfs_file_system: [fileSystem],
    aws_fsx_windows_file_system: [fileSystem],
    aws_mq_broker: [
      {
        ...ranked(["deployment_mode"], "The deployment", []),
        worth: (mode) => Number(`${mode}`.endsWith("MULTI_AZ")),
        enough: 0,
      },
    ],
    aws_opensearch_domain: [
      on(["cluster_config", 0, "zone_awareness_enabled"], "The spread over zones"),
      { ...on(["cluster_config", 0, "multi_az_with_standby_enabled"], "The standby in another zone"), enough: 0 },
    ],
    aws_redshift_cluster: [{ ...multiAz, enough: 0 }],
  },
  weaker: "high",
  weakFromTheStart: "low",
  means: "When that zone fails, it fails, until somebody restores it elsewhere.",
  wayOut: "Leave it in several zones; only what nobody misses may stand in one.",
});
