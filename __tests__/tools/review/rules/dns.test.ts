import { changesDns } from "../../../../tools/review/rules/changes-dns";
import { cutsConnections } from "../../../../tools/review/rules/cuts-connections";
import { swapsCertificate } from "../../../../tools/review/rules/swaps-certificate";
import { created, destroyed, destroyedWhole, itJudges, replaced, updated } from "./plans";

const stops = "What goes that way stops.";

itJudges(cutsConnections, {
  found: [
    [
      "a peering of two networks",
      [destroyed("aws_vpc_peering_connection.partner", { vpc_id: "vpc-1", peer_vpc_id: "vpc-2" })],
      [`high: The peering of networks is removed. ${stops}`],
    ],
    [
      "a NAT gateway that is made anew",
      [replaced("aws_nat_gateway.a", { subnet_id: "s-1" }, { subnet_id: "s-2" })],
      [`high: The way out of private subnets is made anew, with other addresses or keys. ${stops}`],
    ],
    [
      "a route that leads elsewhere",
      [
        updated(
          "aws_route.partner",
          { vpc_peering_connection_id: "pcx-1" },
          { vpc_peering_connection_id: null, transit_gateway_id: "tgw-1" },
        ),
      ],
      [`medium vpc_peering_connection_id: A route leads elsewhere. ${stops}`],
    ],
    [
      "routes inside of a table",
      [
        updated(
          "aws_route_table.private",
          {
            route: [
              { cidr_block: "10.9.0.0/16", vpc_peering_connection_id: "pcx-1" },
              { cidr_block: "0.0.0.0/0", nat_gateway_id: "nat-1" },
            ],
          },
          { route: [{ cidr_block: "0.0.0.0/0", nat_gateway_id: "nat-2" }] },
        ),
      ],
      [
        `medium route: The route to 10.9.0.0/16 is removed. ${stops}`,
        `medium route: The route to 0.0.0.0/0 leads elsewhere. ${stops}`,
      ],
    ],
    [
      "an endpoint that is gone for a while",
      [replaced("aws_vpc_endpoint.s3", { vpc_id: "vpc-1" }, { service_name: "com.amazonaws.eu-west-1.s3" })],
      [`medium: The private way to a service is not there until it is made anew. ${stops}`],
    ],
  ],
  well: [
    [
      "a route that goes with its table",
      [destroyed("aws_route.out", { route_table_id: "rtb-1" }), destroyedWhole("aws_route_table.private", "rtb-1")],
    ],
    [
      "a route that is new",
      [
        updated(
          "aws_route_table.private",
          { route: [] },
          { route: [{ cidr_block: "10.9.0.0/16", vpc_peering_connection_id: "pcx-1" }] },
        ),
      ],
    ],
    ["tags of a tunnel", [updated("aws_vpn_connection.office", { tags: {} }, { tags: { office: "1" } })]],
  ],
  unknown: "nothing that it looks at can be unknown",
});

const www = { zone_id: "Z1", name: "www.example.com", type: "A", ttl: 60, records: ["192.0.2.1"], alias: [] };

const site = { ...www, ttl: null, records: [], alias: [{ name: "old.eu-west-1.elb.amazonaws.com", zone_id: "Z2" }] };

itJudges(changesDns, {
  found: [
    [
      "a name that leads elsewhere",
      [updated("aws_route53_record.www", www, { records: ["192.0.2.9"] })],
      ["medium records: www.example.com (A) leads to 192.0.2.9 instead of 192.0.2.1."],
    ],
    [
      "a name that leads to what the plan makes",
      [
        updated("aws_route53_record.www", site, {}, { alias: ["aws_lb.new.dns_name", "aws_lb.new"] }),
        created("aws_lb.new", { internal: true }),
      ],
      ["medium alias.0.name: www.example.com (A) leads to aws_lb.new instead of old.eu-west-1.elb.amazonaws.com."],
    ],
    [
      "a name that is removed",
      [destroyed("aws_route53_record.www", www)],
      ["high: www.example.com (A) is removed: nobody finds what it led to."],
    ],
    [
      "where mail goes",
      [
        updated(
          "aws_route53_record.mail",
          { ...www, name: "example.com", type: "MX", records: ["10 a"] },
          { records: ["10 b"] },
        ),
      ],
      ["high records: example.com (MX) leads to 10 b instead of 10 a."],
    ],
    [
      "a proof that is removed",
      [destroyed("aws_route53_record.proof", { ...www, name: "_x.example.com", type: "CNAME" })],
      ["low: _x.example.com (CNAME) is removed: nobody finds what it led to."],
    ],
    [
      "a mistake that would last a day",
      [updated("aws_route53_record.www", www, { ttl: 86_400 })],
      ["low ttl: www.example.com (A) is remembered for 86400 s instead of 60 s: a mistake lasts as long."],
    ],
    [
      "a zone",
      [destroyed("aws_route53_zone.example", { name: "example.com" })],
      ["critical: The zone is removed, with every name in it; a new one has other name servers."],
    ],
    [
      "the name servers of a domain",
      [
        updated(
          "aws_route53domains_registered_domain.example",
          { name_server: [{ name: "ns-1" }] },
          { name_server: [{ name: "ns-2" }] },
        ),
      ],
      ["critical name_server: The domain has other name servers: they decide over every name in it."],
    ],
  ],
  well: [
    [
      "the same, from another resource",
      [destroyed("aws_route53_record.www", www), created('aws_route53_record.names["www"]', www)],
    ],
    [
      "a record that goes with its zone, which is said of the zone",
      [destroyed("aws_route53_record.www", www), destroyedWhole("aws_lb.other", "Z1")],
    ],
    ["a name that is new", [created("aws_route53_record.www", www)]],
    [
      "the same in other letters",
      [updated("aws_route53_record.www", site, { alias: [{ name: "OLD.eu-west-1.elb.amazonaws.com" }] })],
    ],
  ],
  unknown: [
    [
      "where it leads",
      [updated("aws_route53_record.www", www, {}, { records: ["local.addresses"] })],
      ["not known: records, by local.addresses"],
    ],
  ],
});

itJudges(swapsCertificate, {
  found: [
    [
      "another certificate at a listener",
      [updated("aws_lb_listener.https", { certificate_arn: "arn:old" }, { certificate_arn: "arn:new" })],
      ["medium certificate_arn: arn:new is presented instead of arn:old."],
    ],
    [
      "one that the plan makes",
      [
        updated(
          "aws_cloudfront_distribution.site",
          { viewer_certificate: [{ acm_certificate_arn: "arn:old" }] },
          {},
          { viewer_certificate: ["aws_acm_certificate.new.arn", "aws_acm_certificate.new"] },
        ),
        created("aws_acm_certificate.new", {}),
      ],
      ["medium viewer_certificate.0.acm_certificate_arn: aws_acm_certificate.new.arn is presented instead of arn:old."],
    ],
    [
      "none of one's own any more",
      [
        updated(
          "aws_cloudfront_distribution.site",
          { viewer_certificate: [{ acm_certificate_arn: "arn:old" }] },
          { viewer_certificate: [{ cloudfront_default_certificate: true, acm_certificate_arn: "" }] },
        ),
      ],
      ["high viewer_certificate.0.acm_certificate_arn: No certificate of one's own is presented any more."],
    ],
    [
      "a certificate for fewer names",
      [
        replaced(
          "aws_acm_certificate.site",
          { domain_name: "a.test", subject_alternative_names: ["a.test", "b.test"] },
          { subject_alternative_names: ["a.test"] },
        ),
      ],
      ["high subject_alternative_names: The certificate covers no longer: b.test."],
    ],
    [
      "one that is taken off a listener",
      [destroyed("aws_lb_listener_certificate.shop", { listener_arn: "arn:l" })],
      ["high: A certificate of the listener is removed: its names are answered with another one's."],
    ],
  ],
  well: [
    ["the same certificate", [updated("aws_lb_listener.https", { certificate_arn: "arn:old" }, { port: 8443 })]],
    ["the first one", [updated("aws_lb_listener.https", { certificate_arn: null }, { certificate_arn: "arn:new" })]],
  ],
  unknown: [
    [
      "which one",
      [updated("aws_lb_listener.https", { certificate_arn: "arn:old" }, {}, { certificate_arn: ["var.certificate"] })],
      ["not known: certificate_arn, by var.certificate"],
    ],
  ],
});
