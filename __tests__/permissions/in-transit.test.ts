import type { Block } from "../support/module";
import { statements } from "../support/statements";
import { golden } from "./policies";

const web = golden("web");
const api = golden("api");
const each = (blocks: Readonly<Record<string, Block>> | undefined): Block[] => Object.values(blocks ?? {});
const modern = /^ELBSecurityPolicy-TLS13-1-2-/;

describe("every hop is encrypted:", () => {
  it("from customers to CloudFront, and from there to every origin, by TLS 1.2 at least", () => {
    const [distribution] = each(golden("edge").resource.aws_cloudfront_distribution);
    expect(distribution?.viewer_certificate.minimum_protocol_version).toMatch(/^TLSv1\.2_/);
    for (const behavior of [distribution?.default_cache_behavior, ...(distribution?.ordered_cache_behavior ?? [])])
      expect(behavior.viewer_protocol_policy).toBe("redirect-to-https");
    const origins: Block[] = distribution?.origin ?? [{}];
    for (const { custom_origin_config: origin } of origins.filter(({ origin_id }) => origin_id !== "page"))
      expect(origin).toMatchObject({ origin_protocol_policy: "https-only", origin_ssl_protocols: ["TLSv1.2"] });
    // A bucket is asked over what the customer came by, and refuses plain HTTP itself.
    expect(statements(golden("failover"), "page_bucket_policy")).toContainEqual(
      expect.objectContaining({ sid: "TlsOnly", effect: "Deny" }),
    );
  });

  it("to the shop's load balancer, which answers plain HTTP with a redirect only", () => {
    const [plain, secure] = ["HTTP", "HTTPS"].map((protocol) =>
      each(web.resource.aws_lb_listener).filter((listener) => listener.protocol === protocol),
    );
    expect(plain?.map(({ default_action: actions }) => actions[0].type)).toEqual(["redirect"]);
    expect(secure?.map(({ ssl_policy }) => ssl_policy)).toEqual([expect.stringMatching(modern)]);
    const forwarding = each(web.resource.aws_lb_listener_rule).map(({ listener_arn }) => listener_arn);
    expect(new Set(forwarding)).toEqual(new Set(["${aws_lb_listener.https.arn}"]));
  });

  it("from there to the web instances", () => {
    expect(each(web.resource.aws_lb_target_group).map(({ protocol }) => protocol)).toEqual(["HTTPS"]);
  });

  it("from web to the api's load balancer, which has TLS listeners and no other", () => {
    expect(JSON.stringify(web)).toContain("API_URL=https://api.");
    const listeners = each(api.resource.aws_lb_listener);
    expect(listeners.map(({ port }) => port)).toContain(443);
    for (const listener of listeners)
      expect(listener).toMatchObject({ protocol: "TLS", ssl_policy: expect.stringMatching(modern) });
  });

  it("from there to the api instances", () => {
    expect(each(api.resource.aws_lb_target_group).map(({ protocol }) => protocol)).toEqual(["TLS"]);
  });

  it("from the api to the database, which refuses connections without TLS", () => {
    const groups = each(golden("database").resource.aws_rds_cluster_parameter_group);
    expect(groups.map(({ parameter }) => parameter)).toEqual([
      expect.arrayContaining([{ name: "rds.force_ssl", value: "1" }]),
    ]);
  });
});
