import { originHeader } from "../../../modules/dns/contract";
import { EdgeTier } from "../../../modules/edge/tier";
import { WebTier } from "../../../modules/web/tier";
import { type Block, type Written, written } from "../../support/module";

const regions = { liveRegions: ["eu-west-1"], standbyRegions: [] };
const firewallRules = [
  { name: "our-office", action: "allow", match: "addresses", addresses: ["192.0.2.0/24", "2001:db8::/32"] },
  { name: "not-there", action: "block", match: "countries", countries: ["KP"] },
  { name: "admin", action: "count", match: "path", path: "/admin" },
];
const edge = written(EdgeTier, {}, regions);
const ruled = written(EdgeTier, { firewallRules }, regions);
const acl = ({ resource }: Written): Block => resource.aws_wafv2_web_acl?.firewall ?? {};
const rules = (module: Written): Block[] => [...acl(module).rule].sort((one, other) => one.priority - other.priority);

describe("the firewall", () => {
  it("refuses common attacks, SQL injection, known bad inputs and addresses of ill repute, by AWS's own groups", () => {
    const groups = rules(edge).flatMap(({ statement }) => statement.managed_rule_group_statement?.name ?? []);
    expect(groups).toEqual([
      "AWSManagedRulesAmazonIpReputationList",
      "AWSManagedRulesCommonRuleSet",
      "AWSManagedRulesKnownBadInputsRuleSet",
      "AWSManagedRulesSQLiRuleSet",
    ]);
    for (const { override_action } of rules(edge).slice(1)) expect(override_action).toEqual({ none: {} });
  });

  it("refuses a client with more requests than the setting, and says so", () => {
    expect(rules(edge)[0]).toMatchObject({
      action: { block: { custom_response: { response_code: 429 } } },
      statement: {
        rate_based_statement: { limit: "${var.firewall_requests_per_five_minutes}", aggregate_key_type: "IP" },
      },
    });
  });

  it("asks own rules first, in their order", () => {
    expect(rules(ruled).map(({ name, action }) => [name, Object.keys(action ?? {})[0]])).toEqual([
      ["our-office", "allow"],
      ["not-there", "block"],
      ["admin", "count"],
      ["rate", "block"],
      ...rules(edge)
        .slice(1)
        .map(({ name }) => [name, undefined]),
    ]);
  });

  it("keeps IPv4 and IPv6 addresses apart, as WAF wants them", () => {
    expect(ruled.resource.aws_wafv2_ip_set).toMatchObject({
      firewall_our_office_ipv4: { ip_address_version: "IPV4", addresses: ["192.0.2.0/24"] },
      firewall_our_office_ipv6: { ip_address_version: "IPV6", addresses: ["2001:db8::/32"] },
    });
    expect(rules(ruled)[0]?.statement.or_statement.statement).toHaveLength(2);
  });

  it("reads a path as an application does, whatever its spelling", () => {
    const { byte_match_statement: path } = rules(ruled)[2]?.statement ?? {};
    expect(path).toMatchObject({ search_string: "/admin", positional_constraint: "STARTS_WITH" });
    expect(path.text_transformation.map(({ type }: Block) => type)).toEqual(["URL_DECODE", "NORMALIZE_PATH"]);
  });

  it("logs every request, but neither its query, nor who somebody is, nor what opens the origin", () => {
    const log = edge.resource.aws_wafv2_web_acl_logging_configuration?.firewall_log;
    const hidden = log?.redacted_fields.map(({ single_header, ...part }: Block) => single_header?.name ?? part);
    expect(hidden).toEqual([{ query_string: {} }, "authorization", "cookie", originHeader]);
    expect(log?.log_destination_configs[0]).toMatch(/:s3:::\$\{var.waf_log_bucket_name\}$/);
    for (const { visibility_config } of [acl(edge), ...rules(edge)])
      expect(visibility_config).toMatchObject({ cloudwatch_metrics_enabled: true, sampled_requests_enabled: false });
  });

  it("is blocks that a plan compares, not one text", () => {
    expect(acl(edge)).not.toHaveProperty("rule_json");
  });
});

describe("the firewall of a region", () => {
  const web = written(WebTier, { firewall: true, firewallRules });

  it("is there only where the region file says so", () => {
    expect(written(WebTier).resource).not.toHaveProperty("aws_wafv2_web_acl");
    expect(web.resource.aws_wafv2_web_acl_association?.firewalled).toMatchObject({
      resource_arn: "${aws_lb.load_balancer.arn}",
      web_acl_arn: "${aws_wafv2_web_acl.firewall.arn}",
    });
    expect(acl(web).scope).toBe("REGIONAL");
  });

  it("tells clients apart by the header that CloudFront adds to, since every connection is CloudFront's", () => {
    const [office, country, , rate] = rules(web);
    expect(rate?.statement.rate_based_statement).toMatchObject({
      aggregate_key_type: "FORWARDED_IP",
      forwarded_ip_config: { header_name: "X-Forwarded-For" },
    });
    expect(country?.statement.geo_match_statement.forwarded_ip_config.header_name).toBe("X-Forwarded-For");
    for (const { ip_set_reference_statement: set } of office?.statement.or_statement.statement ?? [])
      expect(set.ip_set_forwarded_ip_config).toMatchObject({ header_name: "X-Forwarded-For", position: "LAST" });
  });

  it("logs in its region, encrypted, to a name that WAF takes", () => {
    expect(web.resource.aws_cloudwatch_log_group?.firewall_log_group).toMatchObject({
      name: "aws-waf-logs-${var.name_prefix}-web",
      kms_key_id: "${var.logs_key_arn}",
    });
  });

  it("tells when it refuses many requests, by the metric of its region", () => {
    const blocked = web.resource.aws_cloudwatch_metric_alarm?.blocked_alarm;
    expect(blocked).toMatchObject({
      metric_name: "BlockedRequests",
      dimensions: {
        WebACL: "${aws_wafv2_web_acl.firewall.name}",
        Rule: "ALL",
        Region: "${data.aws_region.region.id}",
      },
      threshold: "${var.blocked_requests_per_five_minutes}",
      alarm_actions: ["${var.alert_topic_arn}"],
    });
  });

  it("has its log archived with the log of what serves", () => {
    const serving = written(WebTier).output.log_group_names?.value;
    const log = "${aws_cloudwatch_log_group.firewall_log_group.name}";
    expect(web.output.log_group_names?.value).toEqual([...serving, log]);
  });
});

it("Shield Advanced protects the load balancer only where the region file says so", () => {
  expect(written(WebTier).resource).not.toHaveProperty("aws_shield_protection");
  const protections = written(WebTier, { shieldProtection: true }).resource.aws_shield_protection;
  expect(protections?.shield?.resource_arn).toBe("${aws_lb.load_balancer.arn}");
});
