import { facesTheInternet } from "../../../../tools/review/rules/faces-the-internet";
import { givesPublicAddresses } from "../../../../tools/review/rules/gives-public-addresses";
import { opensClusterEndpoint } from "../../../../tools/review/rules/opens-cluster-endpoint";
import { created, itJudges, replaced, updated } from "./plans";

const tries = "Everybody can try it.";

itJudges(facesTheInternet, {
  found: [
    [
      "a load balancer that was internal",
      [replaced("aws_lb.api", { internal: true }, { internal: false })],
      [`high internal: The load balancer is internal no longer, but faces the internet. ${tries}`],
    ],
    [
      "one that is made so",
      [created("aws_alb.web", { internal: false, load_balancer_type: "application" })],
      [`low internal: The load balancer faces the internet. ${tries}`],
    ],
    [
      "an API that only its network could call",
      [
        updated(
          "aws_api_gateway_rest_api.inner",
          { endpoint_configuration: [{ types: ["PRIVATE"] }] },
          { endpoint_configuration: [{ types: ["REGIONAL"] }] },
        ),
      ],
      [`high endpoint_configuration.0.types.0: The endpoint goes from "PRIVATE" to "REGIONAL". ${tries}`],
    ],
    [
      "a search domain that leaves its network",
      [replaced("aws_elasticsearch_domain.logs", { vpc_options: [{ subnet_ids: ["subnet-1"] }] }, { vpc_options: [] })],
      [`high vpc_options: The domain leaves its network, and has a public address. ${tries}`],
    ],
  ],
  well: [
    ["a load balancer that becomes internal", [replaced("aws_lb.api", { internal: false }, { internal: true })]],
    [
      "a load balancer for appliances",
      [created("aws_lb.inspection", { internal: false, load_balancer_type: "gateway" })],
    ],
  ],
  unknown: [
    [
      "whether it is internal",
      [created("aws_lb.api", {}, { internal: ["local.internal"] })],
      ["not known: internal, by local.internal"],
    ],
  ],
});

const stolen = "Stolen credentials work from anywhere.";

const endpoint = (...public_access_cidrs: string[]) => ({
  vpc_config: [{ endpoint_public_access: true, public_access_cidrs }],
});

itJudges(opensClusterEndpoint, {
  found: [
    [
      "an endpoint for everybody",
      [created("module.eks.aws_eks_cluster.this[0]", endpoint("0.0.0.0/0"))],
      [`medium vpc_config.0: The endpoint of the cluster answers the whole internet. ${stolen}`],
    ],
    [
      "an endpoint that was for some",
      [updated("aws_eks_cluster.main", endpoint("198.51.100.0/24"), endpoint("0.0.0.0/0"))],
      [`high vpc_config.0: The endpoint of the cluster answers the whole internet. ${stolen}`],
    ],
    [
      "an endpoint that was private",
      [
        updated(
          "aws_eks_cluster.main",
          { vpc_config: [{ endpoint_public_access: false }] },
          endpoint("198.51.100.0/24"),
        ),
      ],
      [`high vpc_config.0: The endpoint of the cluster has a public address, for some. ${stolen}`],
    ],
  ],
  well: [
    ["an endpoint for some", [created("aws_eks_cluster.main", endpoint("198.51.100.0/24"))]],
    ["a private one", [created("aws_eks_cluster.main", { vpc_config: [{ endpoint_public_access: false }] })]],
  ],
  unknown: [
    [
      "for whom",
      [created("aws_eks_cluster.main", {}, { vpc_config: ["local.offices"] })],
      ["not known: vpc_config.0, by local.offices"],
    ],
  ],
});

const reachable = "What was private can be reached from outside, as far as security groups let it.";

itJudges(givesPublicAddresses, {
  found: [
    [
      "a subnet",
      [updated("aws_subnet.data", { map_public_ip_on_launch: false }, { map_public_ip_on_launch: true })],
      [`medium map_public_ip_on_launch: A public address for what starts in it is turned on. ${reachable}`],
    ],
    [
      "a way in for a table that was there",
      [created("aws_route.out", { route_table_id: "rtb-1", gateway_id: "igw-1", destination_cidr_block: "0.0.0.0/0" })],
      [`high gateway_id: The table has a route to the internet, and had none. ${reachable}`],
    ],
    [
      "a route inside of a table",
      [
        updated(
          "aws_route_table.private",
          { route: [{ nat_gateway_id: "nat-1", gateway_id: "", cidr_block: "0.0.0.0/0" }] },
          { route: [{ gateway_id: "igw-1", cidr_block: "0.0.0.0/0" }] },
        ),
      ],
      [`high route: The table has a route to the internet, and had none. ${reachable}`],
    ],
  ],
  well: [
    ["a public subnet that is made", [created("aws_subnet.public", { map_public_ip_on_launch: true })]],
    [
      "a route of a table that is made with it",
      [
        created(
          "aws_route.out",
          { gateway_id: "igw-1", destination_cidr_block: "0.0.0.0/0" },
          { route_table_id: ["aws_route_table.public.id", "aws_route_table.public"] },
        ),
        created("aws_route_table.public", {}),
      ],
    ],
    [
      "a route out by a NAT gateway",
      [
        created("aws_route.out", {
          route_table_id: "rtb-1",
          nat_gateway_id: "nat-1",
          destination_cidr_block: "0.0.0.0/0",
        }),
      ],
    ],
  ],
  unknown: [
    [
      "whether a subnet gives them",
      [updated("aws_subnet.data", { map_public_ip_on_launch: false }, {}, { map_public_ip_on_launch: ["var.public"] })],
      ["not known: map_public_ip_on_launch, by var.public"],
    ],
  ],
});
