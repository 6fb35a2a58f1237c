import { off, ranked } from "../guards/guard";
import { weakening } from "../guards/weakening";

const accessible = off(["publicly_accessible"], "A public address");

/** What has a public address is one rule of a security group away from everybody. */
export const makesPubliclyAccessible = weakening({
  id: "makes-publicly-accessible",
  about: "A database, a warehouse or a broker gets a public address.",
  cannotSee: "Whether routes and security groups let anybody through.",
  guards: {
    aws_db_instance: [accessible],
    aws_dms_replication_instance: [accessible],
    aws_lightsail_database: [accessible],
    aws_mq_broker: [accessible],
    aws_msk_cluster: [
      {
        ...ranked(
          ["broker_node_group_info", 0, "connectivity_info", 0, "public_access", 0, "type"],
          "Public access",
          [],
        ),
        worth: (type) => Number(type !== "SERVICE_PROVIDED_EIPS"),
        enough: 1,
      },
    ],
    aws_neptune_cluster_instance: [accessible],
    aws_rds_cluster_instance: [accessible],
    aws_redshift_cluster: [accessible],
    aws_redshiftserverless_workgroup: [accessible],
    aws_timestreaminfluxdb_db_instance: [accessible],
  },
  weaker: "high",
  weakFromTheStart: "high",
  means: "Whatever a security group lets through by mistake reaches it from anywhere.",
  wayOut: "Leave it in private subnets, and reach it over a VPN, a peering or Session Manager.",
});
