import { defaultEndpoints } from "../../modules/network/contract";
import { NetworkTier } from "../../modules/network/tier";
import { all, type Block, type Written, written } from "../support/module";

const network = written(NetworkTier, { cidr: "10.0.0.0/16" }, { optionalTiers: [] });
const small = written(
  NetworkTier,
  { cidr: "10.0.0.0/16", zones: ["c", "a"], natGateways: "one" },
  { optionalTiers: [] },
);

const inBucket = written(
  NetworkTier,
  { cidr: "10.0.0.0/16", flowLogDestination: "s3", interfaceEndpointZones: "one" },
  { optionalTiers: [] },
);

const routesOf = (module: Written, table: string): Block[] => module.resource.aws_route_table?.[table]?.route;
const groupOf = (id: string) => id.replace(/^\$\{aws_security_group\.(.+)\.id\}$/, "$1");

/** The rules of a group in one direction: port and peer. */
const rules = (direction: "ingress" | "egress", group: string) =>
  all(network, `aws_vpc_security_group_${direction}_rule`)
    .map(([, rule]) => rule)
    .filter((rule) => groupOf(rule.security_group_id) === group)
    .map((rule) => {
      const peer = rule.referenced_security_group_id ? groupOf(rule.referenced_security_group_id) : undefined;
      return `${rule.from_port}-${rule.to_port} ${peer ?? rule.prefix_list_id ?? rule.cidr_ipv4 ?? rule.cidr_ipv6}`;
    })
    .sort();

describe("network addresses", () => {
  it("has a public, an app and a data subnet in each zone, whose block follows the letter", () => {
    const blocks = all(network, "aws_subnet").map(([name, { cidr_block, ipv6_cidr_block }]) => [
      name,
      cidr_block,
      ipv6_cidr_block,
    ]);
    const v4 = (slot: number) => `\${cidrsubnet(var.cidr, 5, ${slot})}`;
    const v6 = (slot: number) => `\${cidrsubnet(aws_vpc.shop.ipv6_cidr_block, 8, ${slot})}`;
    expect(blocks).toEqual([
      ["public_a", v4(0), v6(0)],
      ["app_a", v4(8), undefined],
      ["data_a", v4(16), undefined],
      ["public_b", v4(1), v6(1)],
      ["app_b", v4(9), undefined],
      ["data_b", v4(17), undefined],
      ["public_c", v4(2), v6(2)],
      ["app_c", v4(10), undefined],
      ["data_c", v4(18), undefined],
    ]);
  });

  it("renumbers nothing when a zone is dropped", () => {
    const block = (module: Written, name: string) => module.resource.aws_subnet?.[name]?.cidr_block;
    expect(Object.keys(small.resource.aws_subnet ?? {})).toHaveLength(6);
    for (const [name] of all(small, "aws_subnet")) expect(block(small, name)).toBe(block(network, name));
  });

  it("lists zones and subnets in the order of the letters, whatever the order they are declared in", () => {
    expect(small.output.zone_names?.value).toEqual(["${var.zone_names_by_letter.a}", "${var.zone_names_by_letter.c}"]);
    expect(small.output.app_subnet_ids?.value).toEqual([
      "${aws_route_table_association.routes_to_app_a.subnet_id}",
      "${aws_route_table_association.routes_to_app_c.subnet_id}",
    ]);
  });

  it("gives no instance a public IPv4 address by itself", () => {
    for (const [, subnet] of all(network, "aws_subnet")) expect(subnet.map_public_ip_on_launch).toBe(false);
  });

  it("fails when a zone is named twice", () => {
    expect(() => written(NetworkTier, { cidr: "10.0.0.0/16", zones: ["a", "a"] })).toThrow("name each zone once");
  });
});

describe("network routes", () => {
  it("leaves through the NAT gateway of its own zone, or the only one", () => {
    const nat = (module: Written, zone: string) => routesOf(module, `routes_app_${zone}`)[0]?.nat_gateway_id;
    expect(["a", "b", "c"].map((zone) => nat(network, zone))).toEqual(
      ["a", "b", "c"].map((zone) => `\${aws_nat_gateway.nat_${zone}.id}`),
    );
    expect(["a", "c"].map((zone) => nat(small, zone))).toEqual(Array(2).fill("${aws_nat_gateway.nat_a.id}"));
  });

  it("calls out from the NAT gateways' addresses only: app subnets have no IPv6", () => {
    for (const zone of ["a", "b", "c"]) {
      expect(routesOf(network, `routes_app_${zone}`).map(({ ipv6_cidr_block }) => ipv6_cidr_block)).toEqual([null]);
      expect(network.resource.aws_subnet?.[`app_${zone}`]).not.toHaveProperty("ipv6_cidr_block");
    }
    expect(network.resource).not.toHaveProperty("aws_egress_only_internet_gateway");
  });

  it("has an address of its own for each NAT gateway, whatever a standby reserves, unless it is told of any", () => {
    for (const [name, gateway] of all(network, "aws_nat_gateway")) {
      expect(gateway.allocation_id).toBe(`\${aws_eip.${name}_address.allocation_id}`);
      expect(network.resource.aws_eip?.[`${name}_address`]).not.toHaveProperty("count");
    }
  });

  it("takes the address that a standby has reserved for the zone, and makes one only where there is none", () => {
    const recoverable = written(NetworkTier, { cidr: "10.0.0.0/16" }, { optionalTiers: [], addressesReserved: true });
    const reserved = (zone: string) => `contains(try(keys(var.reserved_allocation_ids), []), "${zone}")`;
    for (const zone of ["a", "b", "c"]) {
      expect(recoverable.resource.aws_eip?.[`nat_${zone}_address`]?.count).toBe(`\${${reserved(zone)} ? 0 : 1}`);
      expect(recoverable.resource.aws_nat_gateway?.[`nat_${zone}`]?.allocation_id).toBe(
        `\${${reserved(zone)} ? var.reserved_allocation_ids.${zone} : aws_eip.nat_${zone}_address.0.allocation_id}`,
      );
    }
    expect(recoverable.variable?.reserved_allocation_ids).toMatchObject({ default: null, nullable: true });
  });

  it("lets nobody into app subnets over IPv6 where the region file wants it", () => {
    const dual = written(NetworkTier, { cidr: "10.0.0.0/16", appIpv6: true }, { optionalTiers: [] });
    for (const zone of ["a", "b", "c"]) {
      const [ipv4, ipv6, ...others] = routesOf(dual, `routes_app_${zone}`);
      expect([ipv4?.gateway_id, ipv6?.gateway_id, ...others]).toEqual([null, null]);
      expect(ipv6?.egress_only_gateway_id).toBe("${aws_egress_only_internet_gateway.egress_only.id}");
    }
  });

  it("gives data subnets and subnets without a table no route, and shows one that somebody adds", () => {
    expect(routesOf(network, "routes_data")).toEqual([]);
    expect(network.resource.aws_default_route_table?.unused_routes?.route).toEqual([]);
  });

  it("promises an app subnet only once its endpoints and rules are there", () => {
    const awaited = network.resource.aws_route_table_association?.routes_to_app_b?.depends_on;
    const needed = ["aws_vpc_endpoint", "aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"];
    expect(awaited.sort()).toEqual(
      needed.flatMap((type) => all(network, type).map(([name]) => `${type}.${name}`)).sort(),
    );
  });
});

describe("network access", () => {
  it("lets nobody in from outside but CloudFront, and the health checks of Route 53 by HTTPS", () => {
    const [cloudfront, checks] = ["cloudfront", "health_checks"].map(
      (list) => `\${data.aws_ec2_managed_prefix_list.${list}.id}`,
    );
    expect(network.data.aws_ec2_managed_prefix_list).toEqual({
      cloudfront: { name: "com.amazonaws.global.cloudfront.origin-facing" },
      health_checks: { name: "com.amazonaws.${local.region}.route53-healthchecks" },
    });
    const open = all(network, "aws_vpc_security_group_ingress_rule").filter(([, r]) => !r.referenced_security_group_id);
    expect(open.map(([, { from_port, prefix_list_id }]) => `${from_port} ${prefix_list_id}`).sort()).toEqual(
      [`443 ${cloudfront}`, `443 ${checks}`, `80 ${cloudfront}`].sort(),
    );
  });

  it("gives each list of addresses a group of its own: two of them exceed AWS's quota of rules", () => {
    const listed = all(network, "aws_vpc_security_group_ingress_rule").filter(([, { prefix_list_id: list }]) => list);
    const groups = listed.map(([, { security_group_id: group }]) => group);
    expect(new Set(groups).size).toBe(groups.length);
    expect(network.output.entrance_group_ids?.value).toEqual(groups);
  });

  it("lets out of every group nothing but 443, and what the next tier listens on", () => {
    const out = all(network, "aws_vpc_security_group_egress_rule").map(([, rule]) => rule);
    const open = out.filter(({ referenced_security_group_id: group }) => !group);
    expect(new Set(open.map(({ from_port, to_port }) => `${from_port}-${to_port}`))).toEqual(new Set(["443-443"]));
    expect(rules("egress", "api")).toEqual([
      "443-443 0.0.0.0/0",
      "443-443 ::/0",
      "443-443 endpoints",
      "5432-5432 database",
    ]);
    for (const { ip_protocol } of out) expect(ip_protocol).toBe("tcp");
    for (const [, group] of all(network, "aws_security_group")) expect(group).not.toHaveProperty("egress");
  });

  it("lets only the api and the function that prepares it reach the database, and the database nobody", () => {
    expect(rules("ingress", "database")).toEqual(["5432-5432 api", "5432-5432 preparation"]);
    expect(rules("egress", "database")).toEqual([]);
  });

  it("lets the function that prepares the database reach AWS services and the database, and nobody reach it", () => {
    expect(rules("egress", "preparation")).toEqual(["443-443 endpoints", "5432-5432 database"]);
    expect(rules("ingress", "preparation")).toEqual([]);
  });

  it("lets only the balancer before them reach web and api", () => {
    expect(rules("ingress", "web")).toEqual(["8443-8443 entrance"]);
    expect(rules("ingress", "api_entrance")).toEqual(["443-443 web"]);
    expect(rules("ingress", "api")).toEqual(["8443-8443 api_entrance"]);
  });

  it("lets web call the api and AWS, but not the internet", () => {
    expect(rules("egress", "web")).toEqual([
      "443-443 ${aws_vpc_endpoint.s3.prefix_list_id}",
      "443-443 api_entrance",
      "443-443 endpoints",
    ]);
  });

  it("lets only web, api and the function that prepares the database use the endpoints", () => {
    expect(rules("ingress", "endpoints")).toEqual(["443-443 api", "443-443 preparation", "443-443 web"]);
  });

  it("lets the default security group reach nothing, and shows a rule that somebody adds", () => {
    expect(network.resource.aws_default_security_group?.unused).toMatchObject({ ingress: [], egress: [] });
  });

  it("lets only PostgreSQL from app subnets into data subnets, whatever the groups say", () => {
    const { ingress, egress, subnet_ids } = network.resource.aws_network_acl?.app_to_data ?? {};
    const entry = ({ action, protocol, cidr_block, from_port, to_port }: Block) =>
      `${action} ${protocol} ${from_port}-${to_port} ${cidr_block}`;
    const app = [8, 9, 10].map((slot) => `\${cidrsubnet(var.cidr, 5, ${slot})}`);
    expect(ingress.map(entry)).toEqual(app.map((block) => `allow tcp 5432-5432 ${block}`));
    expect(egress.map(entry)).toEqual(app.map((block) => `allow tcp 1024-65535 ${block}`));
    expect(subnet_ids).toEqual(["a", "b", "c"].map((zone) => `\${aws_subnet.data_${zone}.id}`));
  });
});

describe("network endpoints and records", () => {
  const endpoints = all(network, "aws_vpc_endpoint").map(([, endpoint]) => endpoint);
  const statementsOf = (module: Written, document: string): Block[] =>
    module.data.aws_iam_policy_document?.[document]?.statement;
  const statements = (document: string): Block[] => statementsOf(network, document);

  it("opens sessions by ssm and ssmmessages; nothing here calls ec2messages, which older agents use", () => {
    const services = endpoints.map(({ service_name }) => service_name.split(".").at(-1));
    expect(services).toEqual(expect.arrayContaining(["ssm", "ssmmessages"]));
    expect(services).not.toContain("ec2messages");
  });

  it("admits this account's principals only, at every endpoint", () => {
    const documents = endpoints.map(({ policy }) => policy.replace(/.*\.(\w+)\.json\}$/, "$1"));
    for (const document of new Set<string>(documents)) {
      const [own, ...others] = statements(document);
      expect(own?.condition).toEqual([
        {
          test: "StringEquals",
          variable: "aws:PrincipalAccount",
          values: ["${local.account}"],
        },
      ]);
      expect(others.map(({ actions }) => actions)).toEqual(document === "own_account" ? [] : [["s3:GetObject"]]);
    }
  });

  it("reads nothing without such a principal but Amazon's packages and ECR's image layers", () => {
    const [, software] = statements("own_account_and_software");
    expect(software?.resources).toEqual([
      expect.stringMatching(/:s3:::al2023-repos-.*-de612dc2\/\*$/),
      expect.stringMatching(/:s3:::prod-.*-starport-layer-bucket\/\*$/),
    ]);
  });

  it("answers AWS's own names inside the VPC, from every zone", () => {
    const inside = endpoints.filter(({ vpc_endpoint_type }) => vpc_endpoint_type === "Interface");
    expect(inside).toHaveLength(defaultEndpoints.length);
    for (const endpoint of inside) {
      expect(endpoint.private_dns_enabled).toBe(true);
      expect(endpoint.subnet_ids).toHaveLength(3);
    }
  });

  it("records every connection, encrypted with the logs key", () => {
    const [[, log] = []] = all(network, "aws_flow_log");
    expect(log).toMatchObject({ traffic_type: "ALL", vpc_id: "${aws_vpc.shop.id}" });
    expect(network.resource.aws_cloudwatch_log_group?.flow_log_group?.kms_key_id).toBe("${var.logs_key_arn}");
  });

  it("has each endpoint in one zone only, the first, where the region file wants it", () => {
    const inside = all(inBucket, "aws_vpc_endpoint").filter(([, one]) => one.vpc_endpoint_type === "Interface");
    expect(inside).toHaveLength(defaultEndpoints.length);
    for (const [, { subnet_ids }] of inside) expect(subnet_ids).toEqual(["${aws_subnet.app_a.id}"]);
  });

  it("records every connection straight in a bucket where the region file wants it, without group and role", () => {
    const [[, log] = []] = all(inBucket, "aws_flow_log");
    expect(log).toMatchObject({
      traffic_type: "ALL",
      log_destination_type: "s3",
      log_destination: "${aws_s3_bucket.flow_log_logs_bucket.arn}",
    });
    expect(log).not.toHaveProperty("iam_role_arn");
    expect(inBucket.output.log_group_names?.value).toEqual([]);
    for (const type of ["aws_cloudwatch_log_group", "aws_iam_role"]) expect(inBucket.resource).not.toHaveProperty(type);
  });

  it("keeps that bucket under the archive key for as many days, lets AWS's log delivery write, and nobody else", () => {
    const [[, encryption] = []] = all(inBucket, "aws_s3_bucket_server_side_encryption_configuration");
    expect(JSON.stringify(encryption)).toContain("${var.archive_key_arn}");
    const [[, expiry] = []] = all(inBucket, "aws_s3_bucket_lifecycle_configuration");
    expect(expiry?.rule[0].expiration).toEqual([{ days: "${var.flow_log_retention_days}" }]);
    const allowed = statementsOf(inBucket, "flow_log_logs_bucket_policy").filter(({ effect }) => effect !== "Deny");
    const account = "${local.account}";
    const bucket = "${aws_s3_bucket.flow_log_logs_bucket.arn}";
    expect(
      allowed.map(({ actions, resources, principals }) => [...actions, ...resources, ...principals[0].identifiers]),
    ).toEqual([
      ["s3:GetBucketAcl", bucket, "delivery.logs.amazonaws.com"],
      ["s3:PutObject", `${bucket}/AWSLogs/${account}/*`, "delivery.logs.amazonaws.com"],
    ]);
    for (const { condition } of allowed)
      expect(condition).toContainEqual({ test: "StringEquals", variable: "aws:SourceAccount", values: [account] });
  });

  it("lets flow logs of this account only take the role, which cannot bring the log group back", () => {
    const [trust] = statements("flow_log_role_trust");
    expect(trust?.condition.map(({ variable }: Block) => variable)).toEqual(["aws:SourceAccount", "aws:SourceArn"]);
    expect(statements("flow_log_role_permissions").flatMap(({ actions }) => actions)).not.toContain(
      "logs:CreateLogGroup",
    );
  });

  it("keeps internal names from everybody outside of the VPC", () => {
    expect(network.resource.aws_route53_zone?.internal?.vpc).toEqual([{ vpc_id: "${aws_vpc.shop.id}" }]);
  });
});
