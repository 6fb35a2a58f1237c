import { originHeader } from "../../modules/dns/contract";
import { WebTier } from "../../modules/web/tier";
import { unwatchedCertificates } from "../support/certificates";
import { all, type Block, written } from "../support/module";
import { statements } from "../support/statements";

const web = written(WebTier, {}, { internalAuthority: "off" });
const loadBalancer = web.resource.aws_lb?.load_balancer;
const listener = (name: string): Block | undefined => web.resource.aws_lb_listener?.[name];

describe("web", () => {
  it("redirects HTTP to HTTPS", () => {
    expect(listener("http")).toMatchObject({
      port: 80,
      default_action: [{ type: "redirect", redirect: { protocol: "HTTPS", port: "443", status_code: "HTTP_301" } }],
    });
  });

  it("refuses by HTTPS, with a TLS 1.3 policy, what no rule lets through", () => {
    expect(listener("https")).toMatchObject({
      port: 443,
      protocol: "HTTPS",
      ssl_policy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
      default_action: [{ type: "fixed-response", fixed_response: { status_code: "403" } }],
    });
  });

  it("forwards requests with either origin secret, and health checks, nothing else", () => {
    const rules = all(web, "aws_lb_listener_rule").map(([, rule]) => rule);
    const secret = (slot: string) => `\${data.aws_secretsmanager_secret_version.origin_${slot}.secret_string}`;
    const fromCloudfront = [
      { http_header: { http_header_name: originHeader, values: [secret("blue"), secret("green")] } },
    ];
    expect(rules.map(({ condition }) => condition)).toEqual([
      fromCloudfront,
      fromCloudfront,
      [{ path_pattern: { values: "${var.health_paths}" } }],
    ]);
    expect(web.variable.health_paths?.default).toEqual(["/health", "/health/ready"]);
    for (const { listener_arn } of rules) expect(listener_arn).toBe("${aws_lb_listener.https.arn}");
  });

  it("reads the origin secrets in its own region, by the names that every region knows them by", () => {
    expect(web.data.aws_secretsmanager_secret_version).toEqual({
      origin_blue: { secret_id: "${element(var.origin_secret_names, 0)}" },
      origin_green: { secret_id: "${element(var.origin_secret_names, 1)}" },
    });
  });

  it("speaks HTTPS to its targets", () => {
    expect(web.resource.aws_lb_target_group?.targets).toMatchObject({
      port: 8443,
      protocol: "HTTPS",
      health_check: { protocol: "HTTPS", path: "${var.liveness_path}" },
    });
  });

  it("faces the internet in public subnets, over IPv4 as CloudFront does, behind the entrance groups", () => {
    expect(loadBalancer).toMatchObject({
      internal: false,
      ip_address_type: "ipv4",
      subnets: "${var.public_subnet_ids}",
      security_groups: "${var.entrance_group_ids}",
    });
  });

  it("lets no malformed request through", () => {
    expect(loadBalancer).toMatchObject({
      drop_invalid_header_fields: true,
      desync_mitigation_mode: "${var.desync_mitigation_mode}",
    });
    expect(web.variable.desync_mitigation_mode?.default).toBe("strictest");
  });

  it("keeps access logs", () => {
    expect(loadBalancer?.access_logs).toEqual({ bucket: "${var.access_log_bucket_name}", enabled: true });
  });

  it("keeps the load balancer from deletion unless ephemeral", () => {
    expect(loadBalancer?.enable_deletion_protection).toBe("${!var.ephemeral}");
  });

  it("registers this region's origin name", () => {
    const origin = Object.values(web.resource.aws_route53_record ?? {}).filter(
      ({ name }) => name === "origin.${local.region}.${var.domain}",
    );
    expect(origin.map(({ type, alias }) => [type, alias.name])).toEqual([["A", "${aws_lb.load_balancer.dns_name}"]]);
  });

  it("certifies the domain, but owns the validation record of its origin name only", () => {
    expect(web.resource.aws_acm_certificate?.domain?.domain_name).toBe("${var.domain}");
    const validating = Object.values(web.resource.aws_route53_record ?? {}).filter(({ records }) => records);
    expect(validating.map(({ name }) => name)).toEqual([expect.stringContaining("aws_acm_certificate.origin.")]);
  });

  it("never lets the role read secrets, decrypt or reach the database", () => {
    const statements: Block[] = web.data.aws_iam_policy_document?.role_permissions?.statement;
    const services = new Set(
      statements.flatMap(({ actions }) => actions.map((action: string) => action.split(":")[0])),
    );
    expect([...services].sort()).toEqual(["logs", "ssm", "ssmmessages"]);
  });

  it("may read the root certificate of the service's private authority, where there is one, and nothing else more", () => {
    const trusting = written(WebTier, {}, { internalAuthority: "for 400 USD a month" });
    const [more, ...others] = statements(trusting, "role_permissions").slice(
      statements(web, "role_permissions").length,
    );
    expect(others).toEqual([]);
    expect(more).toMatchObject({
      actions: ["ssm:GetParameter"],
      resources: [expect.stringMatching(/:parameter\/shop\/\$\{var\.name_prefix\}\/internal-authority$/)],
    });
  });

  it("tells the region's topic when a certificate is not renewed", () => {
    expect(unwatchedCertificates(web, "${var.alert_topic_arn}")).toEqual([]);
  });
});
