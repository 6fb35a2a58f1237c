import { runInNewContext } from "node:vm";
import { originHeader } from "../../modules/dns/contract";
import { redirectCode } from "../../modules/edge/redirect";
import { EdgeTier } from "../../modules/edge/tier";
import { pagePath } from "../../modules/failover/contract";
import { all, type Block, type Written, written } from "../support/module";

const regions = { liveRegions: ["eu-west-1", "eu-west-3"], standbyRegions: ["eu-central-1"], fileRegions: [] };
const edge = written(EdgeTier, {}, regions);
const [[, shop]] = all(edge, "aws_cloudfront_distribution") as [[string, Block]];
const behaviors: Block[] = [shop.default_cache_behavior, ...shop.ordered_cache_behavior];
const ofPage = ({ target_origin_id, origin_id = target_origin_id }: Block): boolean => origin_id === "page";

/** The records of a name: where they lead, by their set identifier. */
const leads = (module: Written, name: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    all(module, "aws_route53_record")
      .filter(([, record]) => record.name === name)
      .map(([, { set_identifier, records }]) => [set_identifier, records?.join()]),
  );
const origin = (region: string): string => `origin.${region}.\${var.domain}`;

describe("the records", () => {
  it("lead to the nearest healthy live region", () => {
    expect(leads(edge, "live.origin.${var.domain}")).toEqual({
      "eu-west-1": origin("eu-west-1"),
      "eu-west-3": origin("eu-west-3"),
    });
    expect(edge.resource.aws_route53_record?.live_eu_west_1).toMatchObject({
      latency_routing_policy: { region: "eu-west-1" },
      health_check_id: "${aws_route53_health_check.live_eu_west_1_serves.id}",
    });
  });

  it("lead to a recovered region that is open once no live one may get customers, with nothing applied", () => {
    expect(leads(edge, "origin.${var.domain}")).toEqual({
      live: "live.origin.${var.domain}",
      recovered: "spare.origin.${var.domain}",
    });
    expect(leads(edge, "spare.origin.${var.domain}")).toEqual({
      recovered: "recovered.origin.${var.domain}",
      closed: "closed.origin.${var.domain}",
    });
    expect(leads(edge, "recovered.origin.${var.domain}")).toEqual({ "eu-central-1": origin("eu-central-1") });
    expect(edge.resource.aws_route53_record).toMatchObject({
      healthy_live: {
        failover_routing_policy: { type: "PRIMARY" },
        health_check_id: "${aws_route53_health_check.live_any_health.id}",
      },
      spare_recovered: {
        failover_routing_policy: { type: "PRIMARY" },
        health_check_id: "${aws_route53_health_check.recovered_any_health.id}",
      },
    });
  });

  it("leave nobody with an unhealthy first choice: no second one has a check, and the last has no address", () => {
    const second = all(edge, "aws_route53_record").filter(
      ([, { failover_routing_policy }]) => failover_routing_policy?.type === "SECONDARY",
    );
    expect(second.map(([name]) => name)).toEqual(expect.arrayContaining(["spare_closed", "healthy_recovered"]));
    for (const [, record] of second) expect(record.health_check_id).toBeUndefined();
    const last = all(edge, "aws_route53_record").filter(([, { name }]) => name === "closed.origin.${var.domain}");
    expect(last.map(([, { type }]) => type)).toEqual(["TXT"]);
  });

  it("lead nowhere, not to a fenced region, where there is no standby region", () => {
    const alone = written(EdgeTier, {}, { ...regions, standbyRegions: [] });
    expect(leads(alone, "origin.${var.domain}")).toEqual({
      live: "live.origin.${var.domain}",
      closed: "closed.origin.${var.domain}",
    });
  });

  it("need no region to be there: none is an alias of a region's name, which AWS would want to see first", () => {
    const aliases = all(edge, "aws_route53_record").filter(([, { alias }]) => alias);
    for (const [, { alias }] of aliases) expect(alias.name).toBe("${aws_cloudfront_distribution.shop.domain_name}");
  });

  it("leave out a region that is out of service, by one setting", () => {
    const without = written(EdgeTier, { outOfService: ["eu-west-1"] }, regions);
    expect(leads(without, "live.origin.${var.domain}")).toEqual({ "eu-west-3": origin("eu-west-3") });
    expect(JSON.stringify(without.resource)).not.toContain("eu-west-1");
  });

  it("lead to a recovered region alone, without its switch, once every live one is out of service", () => {
    const config = { outOfService: regions.liveRegions, openRegions: ["eu-central-1"] };
    const open = written(EdgeTier, config, regions);
    const [[, { origin: origins }]] = all(open, "aws_cloudfront_distribution") as [[string, Block]];
    expect(origins[0].domain_name).toBe("spare.origin.${var.domain}");
    expect(leads(open, "origin.${var.domain}")).toEqual({});
    expect(open.resource.aws_route53_record?.recovered_eu_central_1?.health_check_id).toBe(
      "${aws_route53_health_check.recovered_eu_central_1_health.id}",
    );
  });

  it("lead a country to its own region, and everybody else where they lead without it", () => {
    const countries = written(EdgeTier, { regionsByCountry: { FR: "eu-west-3" } }, regions);
    expect(leads(countries, "country.origin.${var.domain}")).toEqual({
      FR: origin("eu-west-3"),
      other: "origin.${var.domain}",
    });
    const [[, { origin: origins }]] = all(countries, "aws_cloudfront_distribution") as [[string, Block]];
    expect(origins[0].domain_name).toBe("country.origin.${var.domain}");
  });

  it.each([
    ["by the same checks", {}],
    ["by country", { regionsByCountry: { FR: "eu-west-3" } }],
    ["to what was recovered", { outOfService: regions.liveRegions, openRegions: ["eu-central-1"] }],
  ])("lead events where they lead the shop, where customers' tokens let events in: %s", (_, config) => {
    const both = written(EdgeTier, config, { ...regions, leadsEvents: true });
    const domain = "${var.domain}";
    /** A name without the domain, and without what tells pages from events. */
    const plain = (name: string) =>
      name
        .replace(`.${domain}`, "")
        .replace(/^origin$/, "healthy")
        .replace(/^origin\.|\.(origin|events)$/, "");
    const chain = (ofEvents: boolean) =>
      all(both, "aws_route53_record")
        .filter(([, { name, type }]) => type === "CNAME" && name.endsWith(`.events.${domain}`) === ofEvents)
        .filter(([, { name }]) => name !== `events.${domain}`)
        .map(([, { name, records, ...how }]) => ({ ...how, name: plain(name), to: records.map(plain) }))
        .sort((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)));
    expect(chain(true)).toEqual(chain(false));
    expect(chain(true).length).toBeGreaterThan(0);
    const [[, { origin: origins }]] = all(both, "aws_cloudfront_distribution") as [[string, Block]];
    const to: string[] = both.resource.aws_route53_record?.events?.records;
    expect(to.map(plain)).toEqual([plain(origins[0].domain_name)]);
  });

  it("lead no events where IAM lets callers in, or nobody", () => {
    expect(JSON.stringify(edge.resource)).not.toContain("events");
  });

  it("lead customers to CloudFront, over IPv4 and IPv6, by both names of the shop", () => {
    const names = all(edge, "aws_route53_record").flatMap(([, { alias, name, type }]) => (alias ? [[name, type]] : []));
    expect(names).toEqual([
      ["${var.domain}", "A"],
      ["${var.domain}", "AAAA"],
      ["www.${var.domain}", "A"],
      ["www.${var.domain}", "AAAA"],
    ]);
    expect(shop.aliases).toEqual(["${var.domain}", "www.${var.domain}"]);
  });
});

describe("the health checks", () => {
  it("ask every region by its own name, over HTTPS, whether it can serve", () => {
    const asked = all(edge, "aws_route53_health_check").filter(([, { type }]) => type === "HTTPS");
    expect(asked.map(([, { fqdn }]) => fqdn)).toEqual(["eu-west-1", "eu-west-3", "eu-central-1"].map(origin));
    for (const [, check] of asked)
      expect(check).toMatchObject({ port: 443, resource_path: "${var.readiness_path}", enable_sni: true });
    expect(edge.variable.readiness_path?.default).toBe("/health");
  });

  it("let a region have customers if it answers and its switch says so: not fenced, or open", () => {
    const check = (name: string) => edge.resource.aws_route53_health_check?.[name];
    const id = (name: string) => `\${aws_route53_health_check.${name}.id}`;
    expect(check("live_eu_west_1_serves")).toMatchObject({
      type: "CALCULATED",
      child_health_threshold: 2,
      child_healthchecks: [id("live_eu_west_1_health"), id("fence_eu_west_1")],
    });
    expect(check("recovered_eu_central_1_serves")).toMatchObject({
      type: "CALCULATED",
      child_health_threshold: 2,
      child_healthchecks: [id("recovered_eu_central_1_health"), id("opening_eu_central_1")],
    });
    expect(check("live_any_health")?.child_healthchecks).toEqual(
      ["live_eu_west_1_serves", "live_eu_west_3_serves"].map(id),
    );
  });

  it("show over DNS what Route 53 takes a switch for", () => {
    const shown = (name: string) =>
      all(edge, "aws_route53_record")
        .filter(([, record]) => record.name === name)
        .map(([, each]) => [each.failover_routing_policy.type, each.records[0], each.health_check_id]);
    expect(shown("fence.eu-west-1.origin.${var.domain}")).toEqual([
      ["PRIMARY", "not set", "${aws_route53_health_check.fence_eu_west_1.id}"],
      ["SECONDARY", "set", undefined],
    ]);
    expect(shown("opening.eu-central-1.origin.${var.domain}")).toEqual([
      ["PRIMARY", "set", "${aws_route53_health_check.opening_eu_central_1.id}"],
      ["SECONDARY", "not set", undefined],
    ]);
  });

  it("keep the last status of a switch, and take one that was never set for not fenced and not open", () => {
    const switches = all(edge, "aws_route53_health_check").filter(([, { type }]) => type === "CLOUDWATCH_METRIC");
    expect(switches.map(([, check]) => [check.cloudwatch_alarm_name, check.invert_healthcheck])).toEqual([
      ["shop-fence-eu-west-1", false],
      ["shop-fence-eu-west-3", false],
      ["shop-opening-eu-central-1", true],
    ]);
    for (const [, check] of switches)
      expect(check).toMatchObject({
        cloudwatch_alarm_region: "${var.switch_region}",
        insufficient_data_health_status: "LastKnownStatus",
      });
  });

  it("are alerts: a live region that does not answer, all of them, and one that was rebuilt and does", () => {
    const alarms = all(edge, "aws_cloudwatch_metric_alarm").filter(([, { namespace }]) => namespace === "AWS/Route53");
    expect(alarms.map(([name]) => name)).toEqual([
      "eu_west_1_unhealthy_alarm",
      "eu_west_3_unhealthy_alarm",
      "no_region_healthy_alarm",
      "eu_central_1_answers_alarm",
    ]);
    for (const [, alarm] of all(edge, "aws_cloudwatch_metric_alarm"))
      expect(alarm.alarm_actions).toEqual(["${var.findings_topic_arn}"]);
  });
});

describe("the distribution", () => {
  it("takes TLS 1.2 or later, HTTP/2 and 3, IPv6, under the shop's certificate, and redirects plain HTTP", () => {
    expect(shop).toMatchObject({
      http_version: "http2and3",
      is_ipv6_enabled: true,
      viewer_certificate: {
        acm_certificate_arn: "${var.certificate_arn}",
        minimum_protocol_version: "TLSv1.2_2021",
        ssl_support_method: "sni-only",
      },
    });
    for (const behavior of behaviors)
      expect(behavior).toMatchObject({ viewer_protocol_policy: "redirect-to-https", compress: true });
  });

  it("asks origins over HTTPS only, with the secret that they know it by", () => {
    for (const each of shop.origin.filter((one: Block) => !ofPage(one))) {
      expect(each.custom_origin_config).toMatchObject({
        origin_protocol_policy: "https-only",
        origin_ssl_protocols: ["TLSv1.2"],
      });
      expect(each.custom_header).toEqual([
        { name: originHeader, value: "${data.aws_secretsmanager_secret_version.origin.secret_string}" },
      ]);
    }
    expect(edge.data.aws_secretsmanager_secret_version?.origin?.secret_id).toBe("${var.sent_origin_secret_name}");
  });

  it("keeps nothing but what the region file says is the same for everybody", () => {
    const [dynamic, ...kept] = behaviors.filter((one) => !ofPage(one));
    expect(dynamic?.cache_policy_id).toBe("4135ea2d-6df8-44a3-9df3-4b5a84be39ad"); // Managed-CachingDisabled
    expect(kept.map(({ path_pattern }) => path_pattern)).toEqual(["/static/*", "/assets/*", "/images/*"]);
    for (const { allowed_methods } of kept) expect(allowed_methods).toEqual(["GET", "HEAD"]);
    expect(edge.resource.aws_cloudfront_origin_request_policy?.host_only).toMatchObject({
      headers_config: { headers: { items: ["Host"] } },
      cookies_config: { cookie_behavior: "none" },
      query_strings_config: { query_string_behavior: "none" },
    });
  });

  it("asks the recovered region for a kept path when the first origin fails, and never where a request may change something", () => {
    expect(shop.origin_group[0]).toMatchObject({
      failover_criteria: { status_codes: [500, 502, 503, 504] },
      member: [{ origin_id: "healthy" }, { origin_id: "recovered" }],
    });
    const [group] = shop.origin_group.map(({ origin_id }: Block) => origin_id);
    for (const { target_origin_id, allowed_methods } of behaviors.filter((one) => !ofPage(one)))
      expect(target_origin_id === group).toBe(!allowed_methods.includes("POST"));
  });

  it("shows a page from a bucket apart from every region where none can be asked, and lets no other error be one", () => {
    expect(shop.custom_error_response).toEqual(
      [502, 503, 504].map((error_code) => ({
        error_code,
        response_code: 503,
        response_page_path: pagePath,
        error_caching_min_ttl: 10,
      })),
    );
    expect(behaviors.filter(ofPage)).toMatchObject([{ path_pattern: pagePath, allowed_methods: ["GET", "HEAD"] }]);
    expect(shop.origin.filter(ofPage)).toEqual([
      {
        origin_id: "page",
        domain_name: "${var.page_bucket_name}.s3.${var.switch_region}.amazonaws.com",
        origin_access_control_id: "${aws_cloudfront_origin_access_control.page.id}",
      },
    ]);
    expect(edge.resource.aws_cloudfront_origin_access_control?.page).toMatchObject({
      origin_access_control_origin_type: "s3",
      signing_behavior: "always",
    });
  });

  it("says on every answer how a browser must treat it", () => {
    const policy = edge.resource.aws_cloudfront_response_headers_policy?.security_headers;
    expect(policy?.security_headers_config).toMatchObject({
      strict_transport_security: { access_control_max_age_sec: 63_072_000, include_subdomains: true },
      content_type_options: { override: true },
      frame_options: { frame_option: "DENY" },
      content_security_policy: { content_security_policy: expect.stringContaining("var.content_security_policy") },
    });
    const id = "${aws_cloudfront_response_headers_policy.security_headers.id}";
    for (const behavior of behaviors) expect(behavior.response_headers_policy_id).toBe(id);
  });

  it("allows pages to call what they are given to sign customers in and to post events, and nothing else", () => {
    const headers = edge.resource.aws_cloudfront_response_headers_policy?.security_headers?.security_headers_config;
    const policy: string = headers.content_security_policy.content_security_policy;
    // The region file's own, else this one.
    expect(policy).toMatch(/^\$\{coalesce\(var\.content_security_policy, /);
    const rules = Object.fromEntries(
      [...policy.matchAll(/([a-z-]+-(?:src|action)) ([^;]+);/g)].map(([, at, to]) => [at, to]),
    );
    const given = expect.stringMatching(/join\(.*self.*var\.page_origins/);
    expect(rules).toMatchObject({ "default-src": "'self'", "connect-src": given, "form-action": given });
    expect(rules["object-src"]).toBe("'none'");
  });

  it("logs requests without cookies and queries, to the bucket in the region of the states", () => {
    const log = edge.resource.aws_cloudwatch_log_delivery?.access_log;
    const kept: string[] = log?.record_fields;
    expect(kept).toContain("c-ip");
    expect(kept.filter((field) => /cookie|query/i.test(field))).toEqual([]);
    const destination = edge.resource.aws_cloudwatch_log_delivery_destination?.access_log_destination;
    const to = destination?.delivery_destination_configuration[0];
    expect(to.destination_resource_arn).toMatch(/:s3:::\$\{var.edge_log_bucket_name\}$/);
  });

  it("stands behind the firewall", () => {
    expect(shop.web_acl_id).toBe("${aws_wafv2_web_acl.firewall.arn}");
    expect(edge.resource.aws_wafv2_web_acl?.firewall?.scope).toBe("CLOUDFRONT");
  });
});

describe("static files", () => {
  const stored = written(
    EdgeTier,
    { staticPaths: ["/static/*", "/fonts/*"] },
    { ...regions, fileRegions: ["eu-central-1", "eu-north-1"] },
  );
  const [[, { origin: origins, origin_group: groups, ordered_cache_behavior: ordered }]] = all(
    stored,
    "aws_cloudfront_distribution",
  ) as [[string, Block]];
  const fromBuckets: Block[] = ordered.filter((one: Block) => one.target_origin_id === "files");

  it("come from the regions unless a region file says so", () => {
    expect(Object.keys(edge.resource.aws_cloudfront_origin_access_control ?? {})).toEqual(["page"]);
    expect(JSON.stringify(shop)).not.toContain("files");
  });

  it("come from buckets, for the paths of the region file, which go before those that a region is asked for", () => {
    expect(ordered.map(({ path_pattern }: Block) => path_pattern)).toEqual([
      ...["/static/*", "/fonts/*"],
      ...["/assets/*", "/images/*", pagePath],
    ]);
    expect(fromBuckets).toHaveLength(2);
    const acl = JSON.stringify(stored.resource.aws_wafv2_web_acl?.firewall);
    expect(acl).toContain("/fonts/");
  });

  it("come from the second bucket where the first one fails or refuses, not where a file is missing", () => {
    expect(groups.find(({ origin_id }: Block) => origin_id === "files")).toEqual({
      origin_id: "files",
      failover_criteria: { status_codes: [403, 500, 502, 503, 504] },
      member: [{ origin_id: "files-eu-central-1" }, { origin_id: "files-eu-north-1" }],
    });
  });

  it("are asked for with a signature, always, by the bucket's own name in its region", () => {
    const control = "${aws_cloudfront_origin_access_control.files.id}";
    expect(stored.resource.aws_cloudfront_origin_access_control?.files).toMatchObject({
      origin_access_control_origin_type: "s3",
      signing_behavior: "always",
      signing_protocol: "sigv4",
    });
    const account = "${local.account}";
    expect(origins.filter(({ origin_id }: Block) => origin_id.startsWith("files-"))).toEqual(
      ["eu-central-1", "eu-north-1"].map((region) => ({
        origin_id: `files-${region}`,
        domain_name: `shop-files-${account}-${region}.s3.${region}.amazonaws.com`,
        origin_access_control_id: control,
      })),
    );
    // S3 refuses a request that is signed for the bucket, and names the shop.
    for (const one of fromBuckets) expect(one).not.toHaveProperty("origin_request_policy_id");
  });

  it("are answered like everything else: over HTTPS, compressed, under one name, and with the security headers", () => {
    const [first] = stored.resource.aws_cloudfront_distribution?.shop?.ordered_cache_behavior ?? [];
    for (const one of fromBuckets)
      expect(one).toMatchObject({
        viewer_protocol_policy: "redirect-to-https",
        compress: true,
        allowed_methods: ["GET", "HEAD"],
        cache_policy_id: "658327ea-f89d-4fab-a63d-7e88639e58f6", // Managed-CachingOptimized
        response_headers_policy_id: "${aws_cloudfront_response_headers_policy.security_headers.id}",
        function_association: first.function_association,
      });
    expect(first.function_association).toHaveLength(1);
  });
});

describe("Shield Advanced", () => {
  it("protects nothing unless the region file says so", () => {
    expect(edge.resource).not.toHaveProperty("aws_shield_protection");
  });

  it("protects the distribution and the zone where it does", () => {
    const protections = all(written(EdgeTier, { shieldProtection: true }, regions), "aws_shield_protection");
    expect(protections.map(([, { resource_arn }]) => resource_arn)).toEqual([
      "${aws_cloudfront_distribution.shop.arn}",
      "arn:${local.partition}:route53:::hostedzone/${var.zone_id}",
    ]);
  });
});

describe("the redirect", () => {
  const answer = (host: string, uri: string, querystring: object): Block =>
    runInNewContext(`${redirectCode("shop.test")}; handler(event)`, {
      event: { request: { uri, querystring, headers: { host: { value: host } } } },
    });

  it("lets a request for the shop's domain through as it is", () => {
    expect(answer("shop.test", "/cart", {})).toMatchObject({ uri: "/cart" });
  });

  it("leads any other name to it, with path and query", () => {
    const query = {
      q: { value: "shoes" },
      size: { value: "41", multiValue: [{ value: "41" }, { value: "42" }] },
      sale: { value: "" },
    };
    const { statusCode, headers } = answer("www.shop.test", "/search", query);
    expect(statusCode).toBe(301);
    expect(headers.location.value).toBe("https://shop.test/search?q=shoes&size=41&size=42&sale");
  });
});
