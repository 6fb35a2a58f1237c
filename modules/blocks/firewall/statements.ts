import { Wafv2IpSet } from "@cdktf/provider-aws/lib/wafv2-ip-set";
import type { Construct } from "constructs";
import type { FirewallRule } from "./contract";

/** Where a web ACL stands: before CloudFront, or behind it before a load balancer. */
export type FirewallScope = "CLOUDFRONT" | "REGIONAL";

interface Acl {
  readonly name: string;
  readonly scope: FirewallScope;
}

/** A statement in Terraform's words: the provider's constructs have no type for it. */
export type Statement = Readonly<Record<string, unknown>>;

/** Behind CloudFront a connection comes from CloudFront: who the client is stands in a header that it adds to. */
const header = { header_name: "X-Forwarded-For", fallback_behavior: "NO_MATCH" };
const forwarded = (scope: FirewallScope, config: Statement): Statement => (scope === "REGIONAL" ? config : {});

/** What an own rule matches. */
export function matches(parent: Construct, acl: Acl, rule: FirewallRule): Statement {
  switch (rule.match) {
    case "countries":
      return {
        geo_match_statement: {
          country_codes: rule.countries,
          ...forwarded(acl.scope, { forwarded_ip_config: header }),
        },
      };
    case "addresses":
      return either(addressSets(parent, acl, rule));
    case "path":
      return {
        byte_match_statement: {
          search_string: rule.path,
          positional_constraint: "STARTS_WITH",
          field_to_match: { uri_path: {} },
          // The path as an application reads it, so that /%61dmin and /x/../admin are /admin.
          text_transformation: [
            { priority: 0, type: "URL_DECODE" },
            { priority: 1, type: "NORMALIZE_PATH" },
          ],
        },
      };
  }
}

/** Requests of one client beyond a limit. */
export const tooMany = (scope: FirewallScope, limit: number): Statement => ({
  rate_based_statement: {
    limit,
    evaluation_window_sec: 300,
    aggregate_key_type: scope === "REGIONAL" ? "FORWARDED_IP" : "IP",
    ...forwarded(scope, { forwarded_ip_config: header }),
  },
});

type Addresses = Extract<FirewallRule, { match: "addresses" }>;

/** WAF keeps addresses of each version in a set of its own. CloudFront writes the client's own address last. */
const addressSets = (parent: Construct, { name, scope }: Acl, rule: Addresses): Statement[] =>
  [
    { version: "ipv4", addresses: rule.addresses.filter((block) => !block.includes(":")) },
    { version: "ipv6", addresses: rule.addresses.filter((block) => block.includes(":")) },
  ]
    .filter(({ addresses }) => addresses.length > 0)
    .map(({ version, addresses }) => {
      const set = new Wafv2IpSet(parent, `firewall-${rule.name}-${version}`, {
        name: `${name}-${rule.name}-${version}`,
        scope,
        ipAddressVersion: version.toUpperCase(),
        addresses,
      });
      return {
        ip_set_reference_statement: {
          arn: set.arn,
          ...forwarded(scope, { ip_set_forwarded_ip_config: { ...header, position: "LAST" } }),
        },
      };
    });

const either = (statements: readonly Statement[]): Statement =>
  statements.length === 1 ? { ...statements[0] } : { or_statement: { statement: statements } };
