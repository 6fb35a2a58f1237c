import { WebTier } from "../../modules/web/tier";
import { type Block, written } from "../support/module";

const web = written(WebTier);
const loadBalancer = web.resource.aws_lb?.load_balancer;
const listener = (name: string): Block | undefined => web.resource.aws_lb_listener?.[name];

describe("web", () => {
  it("redirects HTTP to HTTPS", () => {
    expect(listener("http")).toMatchObject({
      port: 80,
      default_action: [{ type: "redirect", redirect: { protocol: "HTTPS", port: "443", status_code: "HTTP_301" } }],
    });
  });

  it("forwards from the HTTPS listener only, with a TLS 1.3 policy", () => {
    const forwarding = Object.values(web.resource.aws_lb_listener ?? {}).filter(({ default_action: actions }) =>
      actions.some(({ type }: Block) => type === "forward"),
    );
    expect(forwarding).toEqual([listener("https")]);
    expect(listener("https")).toMatchObject({
      port: 443,
      protocol: "HTTPS",
      ssl_policy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
    });
  });

  it("speaks HTTPS to its targets", () => {
    expect(web.resource.aws_lb_target_group?.targets).toMatchObject({
      port: 8443,
      protocol: "HTTPS",
      health_check: { protocol: "HTTPS", path: "/health" },
    });
  });

  it("faces the internet over IPv4 and IPv6, in public subnets, behind the entrance group", () => {
    expect(loadBalancer).toMatchObject({
      internal: false,
      ip_address_type: "dualstack",
      subnets: "${var.public_subnet_ids}",
      security_groups: ["${var.entrance_group_id}"],
    });
  });

  it("lets no malformed request through", () => {
    expect(loadBalancer).toMatchObject({ drop_invalid_header_fields: true, desync_mitigation_mode: "strictest" });
  });

  it("keeps access logs", () => {
    expect(loadBalancer?.access_logs).toEqual({ bucket: "${var.access_log_bucket_name}", enabled: true });
  });

  it("keeps the load balancer from deletion unless ephemeral", () => {
    expect(loadBalancer?.enable_deletion_protection).toBe("${!var.ephemeral}");
  });

  it("registers this region's origin name for IPv4 and IPv6", () => {
    const origin = Object.values(web.resource.aws_route53_record ?? {}).filter(
      ({ name }) => name === "origin.${data.aws_region.region.name}.${var.domain}",
    );
    expect(origin.map(({ type }) => type).sort()).toEqual(["A", "AAAA"]);
  });

  it("certifies the domain, but owns the validation record of its origin name only", () => {
    expect(web.resource.aws_acm_certificate?.domain?.domain_name).toBe("${var.domain}");
    const validating = Object.values(web.resource.aws_route53_record ?? {}).filter(({ records }) => records);
    expect(validating.map(({ name }) => name)).toEqual([expect.stringContaining("aws_acm_certificate.origin.")]);
  });

  it("never lets the role read secrets, decrypt or reach the database", () => {
    const statements: Block[] = web.data.aws_iam_policy_document?.fleet_permissions?.statement;
    const services = new Set(
      statements.flatMap(({ actions }) => actions.map((action: string) => action.split(":")[0])),
    );
    expect([...services].sort()).toEqual(["logs", "ssm", "ssmmessages"]);
  });
});
