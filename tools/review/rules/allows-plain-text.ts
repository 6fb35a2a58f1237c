import type { Path } from "../../../terraform/plan/decided";
import type { Attributes } from "../../../terraform/plan/resource-changes";
import { blocksIn } from "../../../terraform/values/resource";
import { also } from "../guards/also";
import { type Guard, on, ranked } from "../guards/guard";
import { weakening } from "../guards/weakening";
import { block, pairs } from "../read/pairs";
import { finding, ok, type Rule, type Verdict } from "./rule";

const what = "Encryption in transit";
const means = "What goes over the network can be read and changed on its way.";
const wayOut = "Ask for TLS, and redirect HTTP to HTTPS.";

/** A parameter of a parameter group, whose value `1` or `enabled` asks clients for TLS. */
const parameter = (name: string): Guard => ({
  ...on(["parameter"], `"${name}"`),
  worth: (parameters) => {
    const found = blocksIn({ parameters }, "parameters").find((one) => one.name === name);
    return Number(found !== undefined && ["1", "on", "enabled", "true"].includes(`${found.value}`.toLowerCase()));
  },
  enough: 0,
});

/** The weakest of the behaviours of a distribution. */
const viewers = (path: Path): Guard => ({
  ...ranked(path, "The policy for viewers", ["allow-all", "redirect-to-https", "https-only"]),
  enough: 1,
});

/** What crosses a network without TLS can be read by those whom it passes. */
export const allowsPlainText: Rule = also(
  weakening({
    id: "allows-plain-text",
    about: "Connections are no longer encrypted, or need not be.",
    cannotSee: "What clients do, and connections that a network encrypts by itself.",
    guards: {
      aws_appsync_api_cache: [on(["transit_encryption_enabled"], what)],
      aws_cloudfront_distribution: [viewers(["default_cache_behavior", 0, "viewer_protocol_policy"])],
      aws_db_parameter_group: [parameter("rds.force_ssl"), parameter("require_secure_transport")],
      aws_docdb_cluster_parameter_group: [parameter("tls")],
      aws_elasticache_replication_group: [
        on(["transit_encryption_enabled"], what),
        { ...ranked(["transit_encryption_mode"], what, [null, "preferred", "required"]), enough: 0 },
      ],
      aws_memorydb_cluster: [on(["tls_enabled"], what, { unsaid: true })],
      aws_msk_cluster: [
        ranked(["encryption_info", 0, "encryption_in_transit", 0, "client_broker"], what, [
          "PLAINTEXT",
          "TLS_PLAINTEXT",
          "TLS",
        ]),
        on(["encryption_info", 0, "encryption_in_transit", 0, "in_cluster"], "Encryption between brokers", {
          unsaid: true,
        }),
      ],
      aws_neptune_cluster_parameter_group: [parameter("neptune_enforce_ssl")],
      aws_opensearch_domain: [
        on(["domain_endpoint_options", 0, "enforce_https"], "Asking for HTTPS", { unsaid: true }),
        on(["node_to_node_encryption", 0, "enabled"], "Encryption between nodes"),
      ],
      aws_rds_cluster_parameter_group: [parameter("rds.force_ssl"), parameter("require_secure_transport")],
      aws_redshift_parameter_group: [parameter("require_ssl")],
      aws_ses_configuration_set: [
        { ...ranked(["delivery_options", 0, "tls_policy"], "TLS for mail", [null, "Optional", "Require"]), enough: 0 },
      ],
      aws_sesv2_configuration_set: [
        { ...ranked(["delivery_options", 0, "tls_policy"], "TLS for mail", [null, "OPTIONAL", "REQUIRE"]), enough: 0 },
      ],
    },
    weaker: "high",
    weakFromTheStart: "medium",
    means,
    wayOut,
  }),
  {
    aws_cloudfront_distribution: (change) => [
      ...pairs(change, "ordered_cache_behavior", ({ path_pattern }) => path_pattern).map(({ key, before, after }) =>
        after?.viewer_protocol_policy === "allow-all" && before?.viewer_protocol_policy !== "allow-all"
          ? bad(before ? "high" : "medium", `Viewers of ${key} may use HTTP.`, "ordered_cache_behavior")
          : ok,
      ),
      ...pairs(change, "origin", ({ origin_id }) => origin_id).map(({ key, before, after }) =>
        isPlain(after) && !isPlain(before)
          ? bad(before ? "high" : "medium", `CloudFront may ask the origin ${key} by HTTP.`, "origin")
          : ok,
      ),
    ],
    aws_lb_listener: ({ before, after }) => {
      if (after?.protocol !== "HTTP" || !forwards(after) || (before?.protocol === "HTTP" && forwards(before)))
        return [ok];
      return [
        bad(
          before ? "high" : "low",
          `HTTP on port ${after.port} is answered, and not redirected to HTTPS.`,
          "protocol",
        ),
      ];
    },
    aws_lb_target_group: ({ before, after }) =>
      before?.protocol === "HTTPS" && after?.protocol === "HTTP"
        ? [bad("medium", "The load balancer speaks HTTP with its targets.", "protocol")]
        : [ok],
  },
  ["low"],
);

const bad = (severity: "high" | "medium" | "low", says: string, attribute: string): Verdict =>
  finding({ severity, why: `${says} ${means}`, wayOut, attribute });

const isPlain = (origin: Attributes | undefined): boolean => {
  const policy = block(origin, "custom_origin_config").origin_protocol_policy;
  return policy === "http-only" || policy === "match-viewer";
};

const forwards = (listener: Attributes): boolean =>
  blocksIn(listener, "default_action").some(({ type }) => type === "forward");
