import { answersAnybody } from "../../../../tools/review/rules/answers-anybody";
import { facesTheInternet } from "../../../../tools/review/rules/faces-the-internet";
import { givesPublicAddresses } from "../../../../tools/review/rules/gives-public-addresses";
import { liftsPublicAccessBlock } from "../../../../tools/review/rules/lifts-public-access-block";
import { makesPubliclyAccessible } from "../../../../tools/review/rules/makes-publicly-accessible";
import { opensABucket } from "../../../../tools/review/rules/opens-a-bucket";
import { opensClusterEndpoint } from "../../../../tools/review/rules/opens-cluster-endpoint";
import { opensToTheInternet } from "../../../../tools/review/rules/opens-to-the-internet";
import { sharesSnapshots } from "../../../../tools/review/rules/shares-snapshots";
import { weakensFirewall } from "../../../../tools/review/rules/weakens-firewall";
import { weakensInstanceMetadata } from "../../../../tools/review/rules/weakens-instance-metadata";
import { widensIngress } from "../../../../tools/review/rules/widens-ingress";
import { created, destroyed, destroyedWhole, itJudges, kept, replaced, updated } from "./plans";

const ingress = (cidr: string, from: number, to = from, protocol = "tcp") => ({
  cidr_blocks: [cidr],
  ipv6_cidr_blocks: [],
  from_port: from,
  to_port: to,
  protocol,
});
itJudges(opensToTheInternet, {
  found: [
    [
      "a port for administrators",
      [
        updated(
          "aws_security_group.bastion",
          { id: "sg-1", ingress: [ingress("10.0.0.0/8", 22)] },
          { ingress: [ingress("10.0.0.0/8", 22), ingress("0.0.0.0/0", 22)] },
        ),
      ],
      ["critical ingress: tcp port 22 is open to 0.0.0.0/0."],
    ],
    [
      "a range that holds a database's port, over IPv6",
      [
        created("aws_security_group_rule.db", {
          type: "ingress",
          protocol: "tcp",
          from_port: 5000,
          to_port: 6000,
          ipv6_cidr_blocks: ["::/0"],
        }),
      ],
      ["critical cidr_blocks: tcp ports 5000 to 6000 are open to ::/0."],
    ],
    [
      "everything",
      [created("module.eks.aws_vpc_security_group_ingress_rule.nodes", { ip_protocol: "-1", cidr_ipv4: "0.0.0.0/0" })],
      ["critical cidr_ipv4: Everything is open to 0.0.0.0/0."],
    ],
    [
      "half of the internet",
      [
        created("aws_vpc_security_group_ingress_rule.odd", {
          ip_protocol: "tcp",
          from_port: 8443,
          to_port: 8443,
          cidr_ipv4: "128.0.0.0/1",
        }),
      ],
      ["high cidr_ipv4: tcp port 8443 is open to 128.0.0.0/1."],
    ],
    [
      "a web server, which is what it is for",
      [created("aws_security_group.web", { ingress: [ingress("0.0.0.0/0", 443)] })],
      ["low ingress: tcp port 443 is open to 0.0.0.0/0."],
    ],
    [
      "a list of addresses that many rules use",
      [
        updated(
          "aws_ec2_managed_prefix_list.offices",
          { entry: [{ cidr: "198.51.100.0/24" }] },
          { entry: [{ cidr: "0.0.0.0/0" }] },
        ),
      ],
      ["high entry: 0.0.0.0/0 is in the list, which every rule that uses it lets in."],
    ],
  ],
  well: [
    ["addresses of a network", [created("aws_security_group.db", { ingress: [ingress("10.0.0.0/8", 5432)] })]],
    [
      "what was open already",
      [updated("aws_security_group.bastion", { ingress: [ingress("0.0.0.0/0", 22)] }, { description: "old" })],
    ],
    [
      "what was open already, by a rule inside of the group",
      [
        updated("aws_security_group.web", { id: "sg-1", ingress: [ingress("0.0.0.0/0", 443)] }, { ingress: [] }),
        created("aws_vpc_security_group_ingress_rule.web", {
          security_group_id: "sg-1",
          ip_protocol: "tcp",
          from_port: 443,
          to_port: 443,
          cidr_ipv4: "0.0.0.0/0",
        }),
      ],
    ],
    [
      "what goes out",
      [created("aws_security_group_rule.out", { type: "egress", protocol: "-1", cidr_blocks: ["0.0.0.0/0"] })],
    ],
    [
      "addresses of a network that the plan makes",
      [
        created(
          "aws_security_group_rule.peer",
          { type: "ingress", protocol: "tcp", from_port: 22, to_port: 22 },
          { cidr_blocks: ["aws_vpc.peer.cidr_block", "aws_vpc.peer"] },
        ),
        created("aws_vpc.peer", {}),
      ],
    ],
    [
      "a private block of IPv6",
      [created("aws_vpc_security_group_ingress_rule.own", { ip_protocol: "-1", cidr_ipv6: "fc00::/7" })],
    ],
  ],
  unknown: [
    [
      "addresses that somebody else says",
      [
        created(
          "aws_security_group_rule.peer",
          { type: "ingress", protocol: "tcp", from_port: 22, to_port: 22 },
          { cidr_blocks: ["local.offices"] },
        ),
      ],
      ["not known: cidr_blocks, by local.offices"],
    ],
    [
      "rules of a group, of which one is known later",
      [
        created(
          "aws_security_group.web",
          {},
          { ingress: ["data.http.offices.response_body", "aws_vpc.main.cidr_block"] },
        ),
      ],
      ["not known: ingress, by data.http.offices.response_body, aws_vpc.main.cidr_block"],
    ],
  ],
});

const anywhere = "Whatever a security group lets through by mistake reaches it from anywhere.";
itJudges(makesPubliclyAccessible, {
  found: [
    [
      "a database",
      [updated("aws_db_instance.wiki", { publicly_accessible: false }, { publicly_accessible: true })],
      [`high publicly_accessible: A public address is turned on. ${anywhere}`],
    ],
    [
      "a broker that is made so",
      [created("aws_mq_broker.orders", { publicly_accessible: true })],
      [`high publicly_accessible: A public address is on. ${anywhere}`],
    ],
  ],
  well: [
    ["a database without", [created("aws_db_instance.wiki", { publicly_accessible: false })]],
    ["one that had it before", [updated("aws_redshift_cluster.sales", { publicly_accessible: true }, { port: 1 })]],
    [
      "a Kafka cluster that says nothing of it",
      [created("aws_msk_cluster.events", { broker_node_group_info: [{ connectivity_info: [] }] })],
    ],
  ],
  unknown: [
    [
      "whether it has one",
      [created("aws_rds_cluster_instance.one", {}, { publicly_accessible: ["var.public"] })],
      ["not known: publicly_accessible, by var.public"],
    ],
  ],
});

const finds = "Whoever finds it reads it.";
itJudges(opensABucket, {
  found: [
    [
      "a list that lets everybody read",
      [created("aws_s3_bucket_acl.site", { acl: "public-read" })],
      [`critical acl: The access control list is "public-read". ${finds}`],
    ],
    [
      "a list that lets everybody write, too",
      [updated("aws_s3_bucket_acl.site", { acl: "public-read" }, { acl: "public-read-write" })],
      [`critical acl: The access control list goes from "public-read" to "public-read-write". ${finds}`],
    ],
    [
      "a grant to everybody",
      [
        created("aws_s3_bucket_acl.lake", {
          access_control_policy: [
            {
              grant: [
                {
                  permission: "READ",
                  grantee: [{ type: "Group", uri: "http://acs.amazonaws.com/groups/global/AllUsers" }],
                },
              ],
            },
          ],
        }),
      ],
      [`critical access_control_policy: A grant is to everybody. ${finds}`],
    ],
    [
      "lists that count again",
      [
        updated(
          "aws_s3_bucket_ownership_controls.site",
          { rule: [{ object_ownership: "BucketOwnerEnforced" }] },
          { rule: [{ object_ownership: "ObjectWriter" }] },
        ),
      ],
      [`medium rule.0.object_ownership: Ownership goes from "BucketOwnerEnforced" to "ObjectWriter". ${finds}`],
    ],
  ],
  well: [
    ["a private bucket", [created("aws_s3_bucket_acl.lake", { acl: "private" })]],
    ["logs of AWS", [updated("aws_s3_bucket_acl.logs", { acl: "private" }, { acl: "log-delivery-write" })]],
    ["one that was public before", [kept("aws_s3_bucket_acl.site", { acl: "public-read" })]],
  ],
  unknown: [
    ["the list", [created("aws_s3_object.page", {}, { acl: ["local.acl"] })], ["not known: acl, by local.acl"]],
  ],
});

const byMistake = "A policy or a list that is wrong by mistake opens it to everybody.";
const blocked = {
  bucket: "site",
  block_public_acls: true,
  block_public_policy: true,
  ignore_public_acls: true,
  restrict_public_buckets: true,
};
itJudges(liftsPublicAccessBlock, {
  found: [
    [
      "one of the four",
      [updated("aws_s3_bucket_public_access_block.site", blocked, { block_public_policy: false })],
      [`high block_public_policy: block_public_policy is turned off. ${byMistake}`],
    ],
    [
      "all of it, while the bucket stays",
      [destroyed("aws_s3_bucket_public_access_block.site", blocked)],
      [`high: The public access block of the bucket is removed. ${byMistake}`],
    ],
    [
      "that of the account",
      [destroyed("aws_s3_account_public_access_block.all", {})],
      [`high: The public access block of the account is removed. ${byMistake}`],
    ],
    [
      "that of snapshots",
      [updated("aws_ebs_snapshot_block_public_access.here", { state: "block-all-sharing" }, { state: "unblocked" })],
      [`high state: The block goes from "block-all-sharing" to "unblocked". ${byMistake}`],
    ],
  ],
  well: [
    [
      "a block that stays",
      [
        updated(
          "aws_s3_bucket_public_access_block.site",
          { ...blocked, block_public_acls: false },
          { block_public_acls: true },
        ),
      ],
    ],
    [
      "one that goes with its bucket",
      [destroyed("aws_s3_bucket_public_access_block.site", blocked), destroyedWhole("aws_s3_bucket.site", "site")],
    ],
  ],
  unknown: [
    [
      "one of the four",
      [updated("aws_s3_bucket_public_access_block.site", blocked, {}, { block_public_acls: ["var.block"] })],
      ["not known: block_public_acls, by var.block"],
    ],
  ],
});

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

itJudges(sharesSnapshots, {
  found: [
    [
      "an image with everybody",
      [created("aws_ami_launch_permission.golden", { group: "all", image_id: "ami-1" })],
      ["critical group: It is shared with everybody who has an account, who can restore all that is in it."],
    ],
    [
      "a disk with an account",
      [created("aws_snapshot_create_volume_permission.audit", { account_id: "999988887777" })],
      ["high account_id: It is shared with 999988887777, who can restore all that is in it."],
    ],
    [
      "a database with one more account",
      [
        updated(
          "aws_db_snapshot.before",
          { shared_accounts: ["111122223333"] },
          { shared_accounts: ["111122223333", "all"] },
        ),
      ],
      ["critical shared_accounts: It is shared with everybody who has an account, who can restore all that is in it."],
    ],
  ],
  well: [["a snapshot of one's own", [created("aws_db_snapshot.before", { shared_accounts: [] })]]],
  unknown: [
    [
      "with whom",
      [
        created(
          "aws_snapshot_create_volume_permission.audit",
          {},
          { account_id: ["aws_organizations_account.audit.id", "aws_organizations_account.audit"] },
        ),
      ],
      ["not known: account_id, by aws_organizations_account.audit.id"],
    ],
  ],
});

const served = "Whoever finds the address is served.";
itJudges(answersAnybody, {
  found: [
    [
      "a function's address",
      [created("aws_lambda_function_url.hook", { authorization_type: "NONE" })],
      [`medium authorization_type: Authorization is "NONE". ${served}`],
    ],
    [
      "a function's address that asked before",
      [updated("aws_lambda_function_url.hook", { authorization_type: "AWS_IAM" }, { authorization_type: "NONE" })],
      [`high authorization_type: Authorization goes from "AWS_IAM" to "NONE". ${served}`],
    ],
    [
      "a route that asked for a token",
      [
        updated(
          "aws_apigatewayv2_route.orders",
          { route_key: "GET /orders", authorization_type: "JWT" },
          { authorization_type: "NONE" },
        ),
      ],
      [`high authorization_type: Authorization goes from "JWT" to "NONE". ${served}`],
    ],
    [
      "a listener that asked for a sign-in",
      [
        updated(
          "aws_lb_listener.tools",
          { default_action: [{ type: "authenticate-oidc" }, { type: "forward" }] },
          { default_action: [{ type: "forward" }] },
        ),
      ],
      [`high default_action: The sign-in before it forwards is removed. ${served}`],
    ],
  ],
  well: [
    [
      "a route for browsers that ask what they may",
      [
        updated(
          "aws_apigatewayv2_route.cors",
          { route_key: "OPTIONS /orders", authorization_type: "JWT" },
          { authorization_type: "NONE" },
        ),
      ],
    ],
    ["a function that asks", [created("aws_lambda_function_url.hook", { authorization_type: "AWS_IAM" })]],
    [
      "a route that is made public",
      [created("aws_apigatewayv2_route.shop", { route_key: "$default", authorization_type: "NONE" })],
    ],
  ],
  unknown: [
    [
      "whether it asks",
      [created("aws_lambda_function_url.hook", {}, { authorization_type: ["var.auth"] })],
      ["not known: authorization_type, by var.auth"],
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

const givesAway = "A program that can be made to fetch an address gives away the role of its instance.";
itJudges(weakensInstanceMetadata, {
  found: [
    [
      "instances that asked for a token",
      [
        updated(
          "aws_launch_template.web",
          { metadata_options: [{ http_tokens: "required" }] },
          { metadata_options: [{ http_tokens: "optional" }] },
        ),
      ],
      [
        `high metadata_options.0.http_tokens: Tokens for the metadata service goes from "required" to "optional". ${givesAway}`,
      ],
    ],
    [
      "an instance that is made so",
      [created("aws_instance.jump", { metadata_options: [{ http_tokens: "optional" }] })],
      [`medium metadata_options.0.http_tokens: Tokens for the metadata service is "optional". ${givesAway}`],
    ],
  ],
  well: [
    ["an instance that asks", [created("aws_instance.jump", { metadata_options: [{ http_tokens: "required" }] })]],
    ["one that leaves it to the account", [created("aws_instance.jump", { metadata_options: [] })]],
  ],
  unknown: [
    [
      "whether it asks",
      [created("aws_instance.jump", {}, { metadata_options: ["var.metadata"] })],
      ["not known: metadata_options.0.http_tokens, by var.metadata"],
    ],
  ],
});

const through = "Requests get through that were stopped.";
const waf = (...rule: object[]) => ({ default_action: [{ allow: [{}], block: [] }], rule });
const stops = { name: "bots", action: [{ block: [{}] }], statement: [{ rate_based_statement: [{ limit: 500 }] }] };
itJudges(weakensFirewall, {
  found: [
    [
      "a rule that is gone",
      [updated("aws_wafv2_web_acl.site", waf(stops), waf())],
      [`high rule: The rule "bots" is removed. ${through}`],
    ],
    [
      "a rule that only counts",
      [updated("aws_wafv2_web_acl.site", waf(stops), waf({ ...stops, action: [{ count: [{}] }] }))],
      [`high rule: The rule "bots" only counts what it stopped. ${through}`],
    ],
    [
      "a higher limit",
      [
        updated(
          "aws_wafv2_web_acl.site",
          waf(stops),
          waf({ ...stops, statement: [{ rate_based_statement: [{ limit: 50_000 }] }] }),
        ),
      ],
      [`high rule: The rule "bots" stops from 50000 requests on, instead of from 500. ${through}`],
    ],
    [
      "what no rule stops",
      [
        updated(
          "aws_wafv2_web_acl.site",
          { default_action: [{ allow: [], block: [{}] }] },
          { default_action: [{ allow: [{}], block: [] }] },
        ),
      ],
      [`high default_action: What no rule stops is let through, and was stopped. ${through}`],
    ],
    [
      "a distribution without its web ACL",
      [updated("aws_cloudfront_distribution.site", { web_acl_id: "arn:aws:wafv2:x" }, { web_acl_id: "" })],
      [`high web_acl_id: The web ACL is removed. ${through}`],
    ],
    [
      "a load balancer without its web ACL",
      [destroyed("aws_wafv2_web_acl_association.web", { resource_arn: "arn:lb" })],
      [`high: The web ACL of a resource is removed. ${through}`],
    ],
  ],
  well: [
    [
      "a rule that stops more",
      [updated("aws_wafv2_web_acl.site", waf({ ...stops, action: [{ count: [{}] }] }), waf(stops))],
    ],
    ["a rule that is new", [updated("aws_wafv2_web_acl.site", waf(), waf(stops))]],
    [
      "an association that goes with its load balancer",
      [
        destroyed("aws_wafv2_web_acl_association.web", { resource_arn: "arn:lb" }),
        destroyedWhole("aws_lb.web", "arn:lb"),
      ],
    ],
    [
      "another web ACL",
      [
        updated(
          "aws_cloudfront_distribution.site",
          { web_acl_id: "arn:old" },
          {},
          { web_acl_id: ["aws_wafv2_web_acl.new.arn", "aws_wafv2_web_acl.new"] },
        ),
        created("aws_wafv2_web_acl.new", waf(stops)),
      ],
    ],
  ],
  unknown: [
    [
      "whether it keeps a web ACL",
      [updated("aws_cloudfront_distribution.site", { web_acl_id: "arn:old" }, {}, { web_acl_id: ["local.acl"] })],
      ["not known: web_acl_id, by local.acl"],
    ],
  ],
});

itJudges(widensIngress, {
  found: [
    [
      "all private addresses and all ports, instead of one each",
      [
        updated(
          "aws_vpc_security_group_ingress_rule.reader",
          { cidr_ipv4: "10.20.1.17/32", ip_protocol: "tcp", from_port: 5432, to_port: 5432 },
          { cidr_ipv4: "10.0.0.0/8", from_port: 0, to_port: 65_535 },
        ),
      ],
      ["medium cidr_blocks: It lets in 10.0.0.0/8 on tcp ports 0 to 65535, instead of 10.20.1.17/32 on tcp port 5432."],
    ],
    [
      "every protocol, instead of one port",
      [
        updated(
          "aws_security_group.app",
          { ingress: [ingress("10.1.0.0/16", 443)] },
          { ingress: [ingress("10.1.0.0/16", 0, 0, "-1")] },
        ),
      ],
      ["medium ingress: It lets in 10.1.0.0/16 on every port, instead of 10.1.0.0/16 on tcp port 443."],
    ],
  ],
  well: [
    [
      "fewer addresses",
      [
        updated(
          "aws_security_group.app",
          { ingress: [ingress("10.0.0.0/8", 443)] },
          { ingress: [ingress("10.1.0.0/16", 443)] },
        ),
      ],
    ],
    [
      "a rule that is added beside the others",
      [
        updated(
          "aws_security_group.app",
          { ingress: [ingress("10.1.0.0/16", 443)] },
          { ingress: [ingress("10.1.0.0/16", 443), ingress("10.2.0.0/16", 8443)] },
        ),
      ],
    ],
    [
      "two rules in one",
      [
        updated(
          "aws_security_group.app",
          { ingress: [ingress("10.1.0.0/16", 0, 65_535), ingress("10.1.2.0/24", 443)] },
          { ingress: [ingress("10.1.0.0/16", 0, 65_535)] },
        ),
      ],
    ],
  ],
  unknown: [
    [
      "the addresses of what is made by the same plan",
      [
        updated(
          "aws_vpc_security_group_ingress_rule.reader",
          { cidr_ipv4: "10.20.1.17/32", ip_protocol: "tcp", from_port: 5432, to_port: 5432 },
          {},
          { cidr_ipv4: ["var.readers"] },
        ),
      ],
      ["not known: cidr_ipv4, by var.readers"],
    ],
  ],
});
