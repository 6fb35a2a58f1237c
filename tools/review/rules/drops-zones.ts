import type { Path } from "../../../terraform/plan/decided";
import type { Guard } from "../guards/guard";
import { weakening } from "../guards/weakening";

const count = (value: unknown): number =>
  Array.isArray(value) ? new Set(value.map((one) => JSON.stringify(one))).size : 0;

/** More than one, so that going from one to another is no news. */
const subnets = (...path: Path): Guard => ({
  path,
  worth: (value) => count(value) - 1,
  enough: 0,
  changed: (before, after) => `It stands in ${count(after)} of the ${count(before)} subnets or zones.`,
  made: (after) => `It stands in ${count(after)} subnets or zones.`,
  toNothing: "high",
});

/** Each zone that something stands in is one that may fail. */
export const dropsZones = weakening({
  id: "drops-zones",
  about: "Something stands in fewer subnets or zones than before.",
  cannotSee: "Which zone a subnet is in, and so whether a zone is lost or a second subnet of it.",
  guards: {
    aws_autoscaling_group: [subnets("vpc_zone_identifier"), subnets("availability_zones")],
    aws_batch_compute_environment: [subnets("compute_resources", 0, "subnets")],
    aws_db_subnet_group: [subnets("subnet_ids")],
    aws_dms_replication_subnet_group: [subnets("subnet_ids")],
    aws_docdb_subnet_group: [subnets("subnet_ids")],
    aws_ec2_transit_gateway_vpc_attachment: [subnets("subnet_ids")],
    aws_ecs_service: [subnets("network_configuration", 0, "subnets")],
    aws_eks_cluster: [subnets("vpc_config", 0, "subnet_ids")],
    aws_eks_fargate_profile: [subnets("subnet_ids")],
    aws_eks_node_group: [subnets("subnet_ids")],
    aws_elasticache_subnet_group: [subnets("subnet_ids")],
    aws_elb: [subnets("subnets"), subnets("availability_zones")],
    aws_lambda_function: [subnets("vpc_config", 0, "subnet_ids")],
    aws_lb: [subnets("subnets")],
    aws_memorydb_subnet_group: [subnets("subnet_ids")],
    aws_msk_cluster: [subnets("broker_node_group_info", 0, "client_subnets")],
    aws_neptune_subnet_group: [subnets("subnet_ids")],
    aws_networkfirewall_firewall: [subnets("subnet_mapping")],
    aws_opensearch_domain: [subnets("vpc_options", 0, "subnet_ids")],
    aws_redshift_subnet_group: [subnets("subnet_ids")],
    aws_route53_resolver_endpoint: [subnets("ip_address")],
    aws_vpc_endpoint: [subnets("subnet_ids")],
  },
  apart: {
    aws_efs_mount_target: { what: "The way to the file system in one zone", of: "file_system_id" },
  },
  weaker: "medium",
  means: "The loss of one zone takes a larger part of it along, or all.",
  wayOut: "Keep it in three zones; to leave one that is impaired, shift traffic away (zonal shift) instead.",
});
