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
    for (const { override_action } of rules(edge).slice(2)) expect(override_action).toEqual({ none: {} });
  });

  it("refuses a client with more requests than the setting, and says so", () => {
    for (const rule of rules(edge).slice(0, 2))
      expect(rule).toMatchObject({
        action: { block: { custom_response: { response_code: 429 } } },
        statement: { rate_based_statement: { aggregate_key_type: "IP" } },
      });
  });

  it("limits what is asked of the origins apart from what CloudFront keeps", () => {
    const [asked, kept] = rules(edge).map(({ statement }) => statement.rate_based_statement);
    expect(asked.limit).toBe("${var.firewall_requests_per_five_minutes}");
    expect(kept.limit).toBe("${var.firewall_cached_requests_per_five_minutes}");
    expect(asked.scope_down_statement).toEqual({ not_statement: { statement: [kept.scope_down_statement] } });
    const paths = kept.scope_down_statement.or_statement.statement.map(({ byte_match_statement: path }: Block) => [
      path.search_string,
      path.positional_constraint,
    ]);
    expect(paths).toEqual(["/static/", "/assets/", "/images/"].map((path) => [path, "STARTS_WITH"]));
  });

  it("leaves no path without a limit: one that WAF cannot tell is limited as all others", () => {
    const odd = written(EdgeTier, { cachedPaths: ["/a/*.css"] }, regions);
    expect(rules(odd)[0]?.statement.rate_based_statement).not.toHaveProperty("scope_down_statement");
    expect(rules(odd)[1]?.name).not.toBe("cached-rate");
  });

  it("looks at as much of a body as the region file says, at CloudFront, and nowhere else", () => {
    expect(acl(edge).association_config).toEqual({
      request_body: [{ cloudfront: { default_size_inspection_limit: "${var.firewall_body_inspection}" } }],
    });
    expect(edge.variable.firewall_body_inspection?.default).toBe("KB_16");
    expect(acl(written(WebTier, { firewall: true }))).not.toHaveProperty("association_config");
  });

  it("does with a single rule of AWS's what the region file says instead", () => {
    const override = { group: "AWSManagedRulesCommonRuleSet", rule: "SizeRestrictions_BODY", action: "count" };
    const groups = rules(written(EdgeTier, { firewallManagedOverrides: [override] }, regions)).flatMap(
      ({ statement }) => statement.managed_rule_group_statement ?? [],
    );
    expect(groups.filter((group) => group.rule_action_override)).toEqual([
      expect.objectContaining({
        name: override.group,
        rule_action_override: [{ name: override.rule, action_to_use: { count: {} } }],
      }),
    ]);
  });

  it("asks own rules first, in their order", () => {
    expect(rules(ruled).map(({ name, action }) => [name, Object.keys(action ?? {})[0]])).toEqual([
      ["our-office", "allow"],
      ["not-there", "block"],
      ["admin", "count"],
      ["rate", "block"],
      ["cached-rate", "block"],
      ...rules(edge)
        .slice(2)
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
  const [addresses, countries, path] = firewallRules;
  const web = written(WebTier, { firewall: true, firewallRules: [addresses, path] });

  it("is there only where the region file says so", () => {
    expect(written(WebTier).resource).not.toHaveProperty("aws_wafv2_web_acl");
    expect(web.resource.aws_wafv2_web_acl_association?.firewalled).toMatchObject({
      resource_arn: "${aws_lb.load_balancer.arn}",
      web_acl_arn: "${aws_wafv2_web_acl.firewall.arn}",
    });
    expect(acl(web).scope).toBe("REGIONAL");
  });

  it("believes the last address of the header only, which CloudFront writes and not the client", () => {
    const text = JSON.stringify(acl(web));
    expect(text.match(/"position":"\w+"/g)).toEqual(['"position":"LAST"', '"position":"LAST"']);
    // WAF takes the first address for countries and rates: the client's own text.
    expect(text).not.toMatch(/FORWARDED_IP|geo_match|"forwarded_ip_config"|rate_based/);
    expect(() => written(WebTier, { firewall: true, firewallRules: [countries] })).toThrow();
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
        Region: "${local.region}",
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
