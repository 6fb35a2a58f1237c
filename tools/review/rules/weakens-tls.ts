import type { Path } from "../../../terraform/plan/decided";
import type { Attributes } from "../../../terraform/plan/resource-changes";
import { blocksIn } from "../../../terraform/values/resource";
import { type Guard, inQuotes } from "../guards/guard";
import { weakening } from "../guards/weakening";
import { block } from "../read/pairs";
import { oldestTls } from "../read/tls";

/** From TLS 1.2 on. Counted from the oldest, so that the weakest is worth nothing. */
const policy = (path: Path): Guard => ({
  path,
  worth: (value) => {
    const oldest = oldestTls(value);
    return oldest === undefined ? undefined : oldest + 1;
  },
  enough: 3,
  changed: (before, after) => `The policy goes from ${inQuotes(before)} to ${inQuotes(after)}.`,
  made: (value) => `The policy is ${inQuotes(value)}.`,
});

/** With CloudFront's own certificate, nobody can choose. */
const viewers: Guard = {
  ...policy(["viewer_certificate", 0, "minimum_protocol_version"]),
  applies: (values) => block(values, "viewer_certificate").cloudfront_default_certificate !== true,
};

/** The oldest protocol with which CloudFront asks each origin. */
const origins: Guard = {
  path: ["origin"],
  worth: (origins) => Math.min(...protocolsIn(origins).map((name) => (oldestTls(name) ?? 9) + 1), 10),
  enough: 3,
  changed: () => "CloudFront speaks an older protocol with an origin.",
  made: () => "CloudFront speaks an old protocol with an origin.",
};

const protocolsIn = (origins: unknown): unknown[] =>
  blocksIn({ origins }, "origins")
    .flatMap((origin) => blocksIn(origin, "custom_origin_config"))
    .flatMap(({ origin_ssl_protocols }: Attributes) => origin_ssl_protocols);

/** Protocols before TLS 1.2 have known weaknesses. */
export const weakensTls = weakening({
  id: "weakens-tls",
  about: "Older protocols or ciphers are accepted than before, or than TLS 1.2.",
  cannotSee: "Names of policies that it does not know, and the ciphers of a policy but for CloudFront's.",
  guards: {
    aws_api_gateway_domain_name: [policy(["security_policy"])],
    aws_apigatewayv2_domain_name: [policy(["domain_name_configuration", 0, "security_policy"])],
    aws_cloudfront_distribution: [viewers, origins],
    aws_iot_domain_configuration: [policy(["tls_config", 0, "security_policy"])],
    aws_lb_listener: [
      { ...policy(["ssl_policy"]), applies: ({ protocol }) => protocol !== "HTTP" && protocol !== "TCP" },
    ],
    aws_opensearch_domain: [policy(["domain_endpoint_options", 0, "tls_security_policy"])],
  },
  weaker: "high",
  weakFromTheStart: "medium",
  means: "Connections can be broken that could not.",
  wayOut: "Choose a policy from TLS 1.2 on, such as ELBSecurityPolicy-TLS13-1-2-2021-06 or TLSv1.2_2021.",
});
