import { z } from "zod";
import { dnsContract } from "../../modules/dns/contract";
import { moduleContent, type Published } from "../../terraform/published";
import { inExample } from "./example";
import { code, fenced } from "./markdown";

/** A certificate whose validation a module awaits, without a record of its own. */
export interface SharedName {
  readonly certificate: string;
  /** The name in HCL, as the module's example gives it. */
  readonly name: string;
}

const schema = z.object({
  resource: z.object({
    aws_acm_certificate: z.record(z.string(), z.object({ domain_name: z.string() })).default({}),
    aws_acm_certificate_validation: z
      .record(z.string(), z.object({ certificate_arn: z.string(), validation_record_fqdns: z.unknown().optional() }))
      .default({}),
  }),
});

/** Names that regions share: ACM asks for the same record in each, so another module creates it once. */
export function sharedNames({ folder, call }: Published): SharedName[] {
  const { aws_acm_certificate: certificates, aws_acm_certificate_validation: validations } = schema.parse(
    moduleContent(folder),
  ).resource;
  return Object.values(validations)
    .filter(({ validation_record_fqdns: records }) => records === undefined)
    .flatMap(({ certificate_arn: arn }): SharedName[] => {
      const [, certificate = ""] = /aws_acm_certificate\.(\w+)\.arn/.exec(arn) ?? [];
      const name = certificates[certificate]?.domain_name;
      return name === undefined ? [] : [{ certificate, name: inExample(name, call) }];
    });
}

/** Who creates the record, and how to without that module. */
export const withoutDns = ({ certificate, name }: SharedName): string =>
  [
    `ACM validates the certificate of ${code(name)} by a record in the public zone. It is the same in every region, so this module does not create it, and waits for it for 75 minutes at the most: apply the module ${code(dnsContract.name)} before, which creates it. Without that module, apply this before:`,
    fenced(
      "hcl",
      `data "aws_route53_zone" "public" {
  name = "shop.example.com" # your domain
}

resource "aws_acm_certificate" "${certificate}" {
  domain_name       = ${name}
  validation_method = "DNS"
}

resource "aws_route53_record" "${certificate}" {
  for_each = { for option in aws_acm_certificate.${certificate}.domain_validation_options : option.domain_name => option }

  zone_id = data.aws_route53_zone.public.zone_id
  name    = each.value.resource_record_name
  type    = each.value.resource_record_type
  ttl     = 300
  records = [each.value.resource_record_value]
}`,
    ),
  ].join("\n\n");
