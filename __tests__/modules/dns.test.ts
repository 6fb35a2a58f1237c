import { DnsTier } from "../../modules/dns/tier";
import { unwatchedCertificates } from "../support/certificates";
import { all, type Block, written } from "../support/module";
import { statements } from "../support/statements";

const replicas = { replicaRegions: ["eu-west-1", "eu-central-1"] };
const dns = written(DnsTier, {}, replicas);
const secret = (slot: string): Block | undefined => dns.resource.aws_secretsmanager_secret?.[`origin_${slot}`];

describe("dns", () => {
  it("has the records that the region file says: delegations, mail, long keys in pieces of 255", () => {
    const delegations = [{ name: "dev", nameServers: ["ns-1.example.net", "ns-2.example.net"] }];
    const records = [
      { type: "MX", values: ["10 mail.example.net"] },
      { name: "s1._domainkey", type: "TXT", values: [`v=DKIM1; p=${"a".repeat(300)}`] },
    ];
    const { resource } = written(DnsTier, { delegations, records }, replicas);
    expect(resource.aws_route53_record).toMatchObject({
      own_dev_ns: { type: "NS", name: '${join(".", ["dev", var.domain])}', records: delegations[0]?.nameServers },
      own_apex_mx: { name: "${var.domain}", records: ["10 mail.example.net"] },
    });
    const [key] = resource.aws_route53_record?.own_s1_domainkey_txt?.records ?? [];
    expect(key.split('""').map((piece: string) => piece.length)).toEqual([255, 56]);
  });

  it.each([
    [{ type: "A", values: ["192.0.2.1"] }],
    [{ name: "www", type: "CNAME", values: ["elsewhere.example.net"] }],
    [{ name: "origin.eu-west-1", type: "A", values: ["192.0.2.1"] }],
    [{ name: "_acme.shop.", type: "TXT", values: ["x"] }],
  ])("refuses a record in the place of the platform's, or of no name: %j", (record) => {
    expect(() => written(DnsTier, { records: [record] }, replicas)).toThrow();
  });

  it("lets no authority but Amazon's certify a name, wildcards included", () => {
    const [[, record] = []] = all(dns, "aws_route53_record").filter(([, { type }]) => type === "CAA");
    const amazon = ["amazon.com", "amazontrust.com", "awstrust.com", "amazonaws.com"];
    expect(record?.records).toEqual(amazon.flatMap((name) => [`0 issue "${name}"`, `0 issuewild "${name}"`]));
    expect(record?.name).toBe("${var.domain}");
  });

  it("has resolvers forget within a minute that a name does not exist", () => {
    expect(dns.resource.aws_route53_record?.start_of_authority).toMatchObject({
      name: "${aws_route53_zone.public.name}",
      type: "SOA",
      ttl: 60,
      records: ["${aws_route53_zone.public.primary_name_server}. awsdns-hostmaster.amazon.com. 1 7200 900 1209600 60"],
      allow_overwrite: true,
    });
  });

  it("owns the validation record of every name that regional certificates share, each under a name of its own", () => {
    const certificate = dns.resource.aws_acm_certificate?.shared;
    const names = [certificate?.domain_name, ...(certificate?.subject_alternative_names ?? [])];
    const records = all(dns, "aws_route53_record").filter(([name]) => name.startsWith("validation_"));
    expect(names).toEqual([
      "${var.domain}",
      '${join(".", ["www", var.domain])}',
      '${join(".", ["api.internal", var.domain])}',
      '${join(".", ["events", var.domain])}',
    ]);
    expect(records.map(([, { name }]) => name.match(/option.domain_name == (.+)\]\)\}$/)?.[1])).toEqual(
      names.map((name) => name.slice(2, -1)),
    );
    for (const [, record] of records) expect(record.for_each).toBeUndefined();
  });

  it("promises the certificate once it is issued", () => {
    expect(dns.output.certificate_arn?.value).toBe("${aws_acm_certificate_validation.issued.certificate_arn}");
    expect(dns.resource.aws_acm_certificate_validation?.issued?.validation_record_fqdns).toHaveLength(4);
  });

  it("replaces the certificate without a gap", () => {
    expect(dns.resource.aws_acm_certificate?.shared?.lifecycle).toEqual({ create_before_destroy: true });
  });

  it("deletes a zone that still holds records only in a drill", () => {
    expect(dns.resource.aws_route53_zone?.public?.force_destroy).toBe("${var.ephemeral}");
    expect(dns.variable.ephemeral?.default).toBe(false);
  });

  it("tells the topic of us-east-1 when the certificate is not renewed", () => {
    expect(unwatchedCertificates(dns, "${var.findings_topic_arn}")).toEqual([]);
  });

  it("promises both origin secrets to origins, and to CloudFront the one that the region file says", () => {
    const name = (slot: string) => `\${aws_secretsmanager_secret.origin_${slot}.name}`;
    expect(dns.output.origin_secret_names?.value).toEqual([name("blue"), name("green")]);
    expect(dns.output.sent_origin_secret_name?.value).toBe(name("blue"));
    const switched = written(DnsTier, { sentOriginSecret: "green" }, replicas);
    expect(switched.output.sent_origin_secret_name?.value).toBe(name("green"));
    expect(switched.resource).toEqual(dns.resource);
  });

  it("makes an origin secret anew for each generation of its slot, and of no other", () => {
    expect(secret("blue")?.name_prefix).toBe("${var.name_prefix}-origin-blue-${tostring(var.blue_origin_secret)}-");
    expect(secret("green")?.name_prefix).toBe("${var.name_prefix}-origin-green-${tostring(var.green_origin_secret)}-");
    for (const [, version] of all(dns, "aws_secretsmanager_secret_version"))
      expect(version.lifecycle).toEqual({ ignore_changes: ["secret_string", "secret_string_wo_version"] });
  });

  it("hands origin secrets through, so that no state, plan or log of this tier has them", () => {
    const versions = all(dns, "aws_secretsmanager_secret_version");
    expect(versions.map(([, { lifecycle: _, ...version }]) => version)).toEqual(
      ["blue", "green"].map((slot) => ({
        secret_id: `\${aws_secretsmanager_secret.origin_${slot}.id}`,
        secret_string_wo: `\${ephemeral.aws_secretsmanager_random_password.origin_${slot}_password.random_password}`,
        secret_string_wo_version: 1,
      })),
    );
  });

  it("keeps origin secrets in every region that has an origin, each under a key that is there", () => {
    for (const [, { kms_key_id, replica }] of all(dns, "aws_secretsmanager_secret")) {
      expect(kms_key_id).toBe("${data.aws_kms_alias.origin_key.target_key_arn}");
      expect(replica).toEqual(
        replicas.replicaRegions.map((region) => ({
          region,
          kms_key_id: `\${var.origin_key_aliases["${region}"]}`,
        })),
      );
    }
  });

  it("makes origin secrets that a header and a load balancer's pattern can hold: letters and digits only", () => {
    expect(Object.values(dns.ephemeral.aws_secretsmanager_random_password ?? {})).toEqual(
      ["blue", "green"].map(() => ({ exclude_punctuation: true, password_length: 48 })),
    );
  });

  it("logs what is asked of the zone, encrypted, and for so long as the region file says", () => {
    expect(dns.resource.aws_route53_query_log?.query_log_config).toMatchObject({
      zone_id: "${aws_route53_zone.public.zone_id}",
      cloudwatch_log_group_arn: "${aws_cloudwatch_log_group.queries.arn}",
      depends_on: ["aws_cloudwatch_log_resource_policy.queries_policy"],
    });
    expect(dns.resource.aws_cloudwatch_log_group?.queries).toMatchObject({
      kms_key_id: "${aws_kms_key.query_log.arn}",
      retention_in_days: "${var.query_log_retention_days}",
    });
  });

  it("lets Route 53 write for this zone only", () => {
    const [write] = statements(dns, "write_queries");
    expect(write?.resources).toEqual(["${aws_cloudwatch_log_group.queries.arn}:*"]);
    expect(write?.condition).toContainEqual({
      test: "ArnLike",
      variable: "aws:SourceArn",
      values: ["${aws_route53_zone.public.arn}"],
    });
  });
});
