import { databaseUser } from "../../modules/api/contract";
import { ApiTier } from "../../modules/api/tier";
import { unwatchedCertificates } from "../support/certificates";
import { type Block, written } from "../support/module";
import { statements as statementsOf } from "../support/statements";

const api = written(ApiTier);
const statements: Block[] = api.data.aws_iam_policy_document?.role_permissions?.statement;
const allowing = (action: string): Block[] => statements.filter(({ actions }) => actions.includes(action));

describe("api", () => {
  it("is reached from inside of the VPC only", () => {
    expect(api.resource.aws_lb?.load_balancer).toMatchObject({
      internal: true,
      subnets: "${var.app_subnet_ids}",
      security_groups: ["${var.api_entrance_group_id}"],
    });
  });

  it("speaks TLS at every listener and to its targets", () => {
    const listeners = Object.values(api.resource.aws_lb_listener ?? {});
    expect(listeners.map(({ port }) => port)).toContain(443);
    for (const listener of listeners)
      expect(listener).toMatchObject({ protocol: "TLS", ssl_policy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09" });
    expect(api.resource.aws_lb_target_group?.targets).toMatchObject({
      port: 8443,
      protocol: "TLS",
      health_check: { protocol: "HTTPS", path: "${var.liveness_path}" },
    });
  });

  it("is found by its name in the private zone", () => {
    expect(api.resource.aws_route53_record?.name).toMatchObject({
      zone_id: "${var.private_zone_id}",
      name: "api.${var.private_zone_name}",
    });
    expect(api.output.host_name?.value).toBe("api.${var.private_zone_name}");
  });

  it("owns no validation record: the name's is the same in every region", () => {
    expect(Object.keys(api.resource.aws_route53_record ?? {})).toEqual(["name"]);
  });

  it("keeps the load balancer from deletion unless ephemeral, or turned off to make room for another kind", () => {
    expect(api.resource.aws_lb?.load_balancer?.enable_deletion_protection).toBe(
      "${(var.deletion_protection && !var.ephemeral)}",
    );
    expect(api.variable.deletion_protection?.default).toBe(true);
    expect(api.variable.ephemeral?.default).toBe(false);
  });

  it("lets the role log in as the service's own database user only", () => {
    expect(allowing("rds-db:connect").map(({ resources }) => resources)).toEqual([
      [expect.stringMatching(new RegExp(`:dbuser:cluster-\\*/${databaseUser}$`))],
    ]);
  });

  it("gives the role neither the master user's secret nor the Data API, which goes around the network", () => {
    for (const action of ["secretsmanager:GetSecretValue", "kms:Decrypt", "rds-data:ExecuteStatement"])
      expect(allowing(action)).toEqual([]);
  });

  it("lets the role read the secrets that its region file names, in its region, and tells it their names", () => {
    const reading = written(ApiTier, { secrets: ["payment-key", "mail-login"] });
    const allowed = (action: string) =>
      statementsOf(reading, "role_permissions").filter(({ actions }) => actions.includes(action));
    const here = "${local.partition}:secretsmanager:${local.region}:${local.account}";
    expect(allowed("secretsmanager:GetSecretValue").map(({ resources }) => resources)).toEqual([
      [`arn:${here}:secret:shop/payment-key-??????`, `arn:${here}:secret:shop/mail-login-??????`],
    ]);
    const [open, ...others] = allowed("kms:Decrypt");
    expect(others).toEqual([]);
    expect(open?.condition).toEqual([
      {
        test: "StringEquals",
        variable: "kms:ViaService",
        values: ["secretsmanager.${local.region}.amazonaws.com"],
      },
      {
        test: "ForAnyValue:StringEquals",
        variable: "kms:ResourceAliases",
        values: ["alias/shop-state-${local.account}-${local.region}"],
      },
    ]);
    expect(JSON.stringify(reading.locals)).toMatch(/MAIL_LOGIN_SECRET\W+shop\/mail-login/);
  });

  it("has the name certified by a private authority where it is paid for, and gives its root to clients", () => {
    const price = "for 400 USD a month";
    const own = written(ApiTier, { internalAuthority: price });
    const active = "${aws_acmpca_certificate_authority_certificate.authority_active.certificate_authority_arn}";
    const permitted = "${aws_acmpca_permission.authority_renewal.certificate_authority_arn}";
    expect(own.resource.aws_acm_certificate?.certificate?.certificate_authority_arn).toBe(permitted);
    expect(own.resource.aws_acmpca_permission?.authority_renewal?.certificate_authority_arn).toBe(active);
    expect(own.resource.aws_acm_certificate?.certificate?.validation_method).toBeUndefined();
    expect(own.resource.aws_lb_listener?.tls?.certificate_arn).toBe("${aws_acm_certificate.certificate.arn}");
    expect(own.resource.aws_acmpca_permission?.authority_renewal?.principal).toBe("acm.amazonaws.com");
    expect(own.resource.aws_ssm_parameter?.authority_parameter).toMatchObject({
      name: "/shop/${var.name_prefix}/internal-authority",
      value: "${aws_acmpca_certificate.authority_root.certificate}",
    });
    expect(unwatchedCertificates(own, "${var.alert_topic_arn}")).toEqual([]);
    expect(api.resource).not.toHaveProperty("aws_acmpca_certificate_authority");
  });

  it("has a private certificate with a key of the family that its authority signs with, as ACM wants it", () => {
    const { resource } = written(ApiTier, { internalAuthority: "for 400 USD a month" });
    const { key_algorithm, signing_algorithm } =
      resource.aws_acmpca_certificate_authority?.authority?.certificate_authority_configuration ?? {};
    expect(key_algorithm).toMatch(/^RSA_(2048|4096)$/);
    expect(resource.aws_acm_certificate?.certificate?.key_algorithm).toMatch(/^RSA_/);
    for (const signing of [signing_algorithm, resource.aws_acmpca_certificate?.authority_root?.signing_algorithm])
      expect(signing).toMatch(/WITHRSA$/);
  });

  it("tells the region's topic when a certificate is not renewed", () => {
    expect(unwatchedCertificates(api, "${var.alert_topic_arn}")).toEqual([]);
  });
});
