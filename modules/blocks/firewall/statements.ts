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

/**
 * Behind CloudFront a connection comes from CloudFront: who the client is stands in a header, which CloudFront adds the
 * address to that it sees. What stands before it is the client's own text, so only the last address is believed.
 *
 * https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-forwarded-ip-address.html
 */
const forwarded = (scope: FirewallScope): Statement =>
  scope === "REGIONAL"
    ? {
        ip_set_forwarded_ip_config: {
          header_name: "X-Forwarded-For",
          fallback_behavior: "NO_MATCH",
          position: "LAST",
        },
      }
    : {};

/** What an own rule matches. */
export function matches(parent: Construct, acl: Acl, rule: FirewallRule): Statement {
  switch (rule.match) {
    case "countries":
      return { geo_match_statement: { country_codes: rule.countries } };
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

/** Requests of one client beyond a limit; of those only that `among` matches, if it is said. */
export const tooMany = (limit: number, among?: Statement): Statement => ({
  rate_based_statement: {
    limit,
    evaluation_window_sec: 300,
    aggregate_key_type: "IP",
    ...(among === undefined ? {} : { scope_down_statement: among }),
  },
});

/** Requests that CloudFront may answer from what it keeps; undefined where no path can be said so that WAF knows it. */
export function cached(paths: readonly string[]): Statement | undefined {
  const known = paths.filter((path) => /^[^*?]*\*?$/.test(path)).map(onPath);
  return known.length > 0 ? either(known) : undefined;
}

/** As CloudFront compares a path with a pattern: as it was sent, with capital letters apart. */
const onPath = (pattern: string): Statement => ({
  byte_match_statement: {
    search_string: pattern.replace(/\*$/, ""),
    positional_constraint: pattern.endsWith("*") ? "STARTS_WITH" : "EXACTLY",
    field_to_match: { uri_path: {} },
    text_transformation: [{ priority: 0, type: "NONE" }],
  },
});

export const not = (statement: Statement): Statement => ({ not_statement: { statement: [statement] } });

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
          ...forwarded(scope),
        },
      };
    });

const either = (statements: readonly Statement[]): Statement =>
  statements.length === 1 ? { ...statements[0] } : { or_statement: { statement: statements } };
