import { allowsPlainText } from "../../../../tools/review/rules/allows-plain-text";
import { weakensTls } from "../../../../tools/review/rules/weakens-tls";
import { created, itJudges, updated } from "./plans";

const broken = "Connections can be broken that could not.";

itJudges(weakensTls, {
  found: [
    [
      "a listener that accepts TLS 1.0",
      [
        updated(
          "aws_alb_listener.https",
          { protocol: "HTTPS", ssl_policy: "ELBSecurityPolicy-TLS13-1-2-2021-06" },
          { ssl_policy: "ELBSecurityPolicy-2016-08" },
        ),
      ],
      [
        `high ssl_policy: The policy goes from "ELBSecurityPolicy-TLS13-1-2-2021-06" to "ELBSecurityPolicy-2016-08". ${broken}`,
      ],
    ],
    [
      "a distribution that accepts older ciphers",
      [
        updated(
          "aws_cloudfront_distribution.site",
          { viewer_certificate: [{ acm_certificate_arn: "arn", minimum_protocol_version: "TLSv1.2_2021" }] },
          { viewer_certificate: [{ acm_certificate_arn: "arn", minimum_protocol_version: "TLSv1.2_2018" }] },
        ),
      ],
      [
        `high viewer_certificate.0.minimum_protocol_version: The policy goes from "TLSv1.2_2021" to "TLSv1.2_2018". ${broken}`,
      ],
    ],
    [
      "a distribution that asks an origin by an older protocol",
      [
        updated(
          "aws_cloudfront_distribution.site",
          { origin: [{ custom_origin_config: [{ origin_ssl_protocols: ["TLSv1.2"] }] }] },
          { origin: [{ custom_origin_config: [{ origin_ssl_protocols: ["TLSv1", "TLSv1.2"] }] }] },
        ),
      ],
      [`high origin: CloudFront speaks an older protocol with an origin. ${broken}`],
    ],
    [
      "a domain that is made for old clients",
      [created("aws_api_gateway_domain_name.api", { security_policy: "TLS_1_0" })],
      [`medium security_policy: The policy is "TLS_1_0". ${broken}`],
    ],
  ],
  well: [
    ["a listener without TLS", [created("aws_lb_listener.http", { protocol: "HTTP", ssl_policy: null })]],
    [
      "a newer policy",
      [
        updated(
          "aws_lb_listener.https",
          { ssl_policy: "ELBSecurityPolicy-FS-1-2-2019-08" },
          { ssl_policy: "ELBSecurityPolicy-TLS13-1-3-2021-06" },
        ),
      ],
    ],
    [
      "CloudFront's own certificate",
      [
        created("aws_cloudfront_distribution.site", {
          origin: [],
          viewer_certificate: [{ cloudfront_default_certificate: true, minimum_protocol_version: "TLSv1" }],
        }),
      ],
    ],
    ["an origin in a bucket", [created("aws_cloudfront_distribution.site", { origin: [{ s3_origin_config: [{}] }] })]],
  ],
  unknown: [
    [
      "a policy that is not known here",
      [
        updated(
          "aws_lb_listener.https",
          { ssl_policy: "ELBSecurityPolicy-TLS13-1-2-2021-06" },
          { ssl_policy: "ELBSecurityPolicy-Later" },
        ),
      ],
      ["not known: ssl_policy"],
    ],
    [
      "a policy that is known later",
      [
        updated(
          "aws_lb_listener.https",
          { ssl_policy: "ELBSecurityPolicy-TLS13-1-2-2021-06" },
          {},
          { ssl_policy: ["local.tls"] },
        ),
      ],
      ["not known: ssl_policy, by local.tls"],
    ],
  ],
});

const read = "What goes over the network can be read and changed on its way.";

itJudges(allowsPlainText, {
  found: [
    [
      "a search domain whose nodes talk in the open",
      [
        updated(
          "aws_opensearch_domain.logs",
          { encrypt_at_rest: [{ enabled: true }], node_to_node_encryption: [{ enabled: true }] },
          { node_to_node_encryption: [{ enabled: false }] },
        ),
      ],
      [`high node_to_node_encryption.0.enabled: Encryption between nodes is turned off. ${read}`],
    ],
    [
      "a cache that talks in the open",
      [
        updated(
          "aws_elasticache_replication_group.sessions",
          { transit_encryption_enabled: true },
          { transit_encryption_enabled: false },
        ),
      ],
      [`high transit_encryption_enabled: Encryption in transit is turned off. ${read}`],
    ],
    [
      "a Kafka cluster that also takes plain text",
      [
        updated(
          "aws_msk_cluster.events",
          { encryption_info: [{ encryption_in_transit: [{ client_broker: "TLS", in_cluster: true }] }] },
          { encryption_info: [{ encryption_in_transit: [{ client_broker: "TLS_PLAINTEXT", in_cluster: true }] }] },
        ),
      ],
      [
        `high encryption_info.0.encryption_in_transit.0.client_broker: Encryption in transit goes from "TLS" to "TLS_PLAINTEXT". ${read}`,
      ],
    ],
    [
      "a database that asks for TLS no longer",
      [
        updated(
          "aws_db_parameter_group.wiki",
          { parameter: [{ name: "rds.force_ssl", value: "1" }] },
          { parameter: [{ name: "rds.force_ssl", value: "0" }] },
        ),
      ],
      [`high parameter: "rds.force_ssl" is turned off. ${read}`],
    ],
    [
      "a listener that answers instead of redirecting",
      [
        updated(
          "aws_lb_listener.http",
          { protocol: "HTTP", port: 80, default_action: [{ type: "redirect" }] },
          { default_action: [{ type: "forward" }] },
        ),
      ],
      [`high protocol: HTTP on port 80 is answered, and not redirected to HTTPS. ${read}`],
    ],
    [
      "a site of which one path may be asked by HTTP",
      [
        updated(
          "aws_cloudfront_distribution.site",
          { ordered_cache_behavior: [{ path_pattern: "/api/*", viewer_protocol_policy: "https-only" }] },
          { ordered_cache_behavior: [{ path_pattern: "/api/*", viewer_protocol_policy: "allow-all" }] },
        ),
      ],
      [`high ordered_cache_behavior: Viewers of /api/* may use HTTP. ${read}`],
    ],
    [
      "an origin that is asked by HTTP from the start",
      [
        created("aws_cloudfront_distribution.site", {
          default_cache_behavior: [{ viewer_protocol_policy: "redirect-to-https" }],
          origin: [{ origin_id: "web", custom_origin_config: [{ origin_protocol_policy: "http-only" }] }],
        }),
      ],
      [`medium origin: CloudFront may ask the origin web by HTTP. ${read}`],
    ],
  ],
  well: [
    [
      "a redirect",
      [created("aws_lb_listener.http", { protocol: "HTTP", port: 80, default_action: [{ type: "redirect" }] })],
    ],
    [
      "HTTP that was answered before",
      [
        updated(
          "aws_lb_listener.http",
          { protocol: "HTTP", port: 80, default_action: [{ type: "forward" }] },
          { port: 8080 },
        ),
      ],
    ],
    [
      "a cache that stays encrypted",
      [
        updated(
          "aws_elasticache_replication_group.sessions",
          { transit_encryption_enabled: true },
          { node_type: "cache.r7g.large" },
        ),
      ],
    ],
    [
      "a parameter that stays",
      [
        updated(
          "aws_db_parameter_group.wiki",
          { parameter: [{ name: "rds.force_ssl", value: "1" }] },
          {
            parameter: [
              { name: "rds.force_ssl", value: "1" },
              { name: "log_statement", value: "ddl" },
            ],
          },
        ),
      ],
    ],
  ],
  unknown: [
    [
      "whether it stays encrypted",
      [updated("aws_memorydb_cluster.scores", { tls_enabled: true }, {}, { tls_enabled: ["var.tls"] })],
      ["not known: tls_enabled, by var.tls"],
    ],
  ],
});
