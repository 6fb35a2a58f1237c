import { DnsTier } from "../../modules/dns/tier";
import { all, written } from "../support/module";

const dns = written(DnsTier);

describe("dns", () => {
  it("lets no authority but Amazon's certify a name, wildcards included", () => {
    const [[, record] = []] = all(dns, "aws_route53_record").filter(([, { type }]) => type === "CAA");
    const amazon = ["amazon.com", "amazontrust.com", "awstrust.com", "amazonaws.com"];
    expect(record?.records).toEqual(amazon.flatMap((name) => [`0 issue "${name}"`, `0 issuewild "${name}"`]));
    expect(record?.name).toBe("${var.domain}");
  });

  it("owns the validation record of every name that regional certificates share, each under a name of its own", () => {
    const certificate = dns.resource.aws_acm_certificate?.shared;
    const names = [certificate?.domain_name, ...(certificate?.subject_alternative_names ?? [])];
    const records = all(dns, "aws_route53_record").filter(([name]) => name.startsWith("validation_"));
    expect(names).toEqual([
      "${var.domain}",
      '${join(".", ["www", var.domain])}',
      '${join(".", ["api.internal", var.domain])}',
    ]);
    expect(records.map(([, { name }]) => name.match(/option.domain_name == (.+)\]\)\}$/)?.[1])).toEqual(
      names.map((name) => name.slice(2, -1)),
    );
    for (const [, record] of records) expect(record.for_each).toBeUndefined();
  });

  it("promises the certificate once it is issued", () => {
    expect(dns.output.certificate_arn?.value).toBe("${aws_acm_certificate_validation.issued.certificate_arn}");
    expect(dns.resource.aws_acm_certificate_validation?.issued?.validation_record_fqdns).toHaveLength(3);
  });

  it("replaces the certificate without a gap", () => {
    expect(dns.resource.aws_acm_certificate?.shared?.lifecycle).toEqual({ create_before_destroy: true });
  });

  it("deletes a zone that still holds records only in a drill", () => {
    expect(dns.resource.aws_route53_zone?.public?.force_destroy).toBe("${var.ephemeral}");
    expect(dns.variable.ephemeral?.default).toBe(false);
  });
});
