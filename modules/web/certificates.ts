import { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { AcmCertificateValidation } from "@cdktf/provider-aws/lib/acm-certificate-validation";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import type { Construct } from "constructs";
import { certificateExpiry } from "../blocks/alerts/certificate-expiry";
import type { Inputs } from "../core/contract";
import type { webContract } from "./contract";

type WebInputs = Inputs<typeof webContract>;

/** The validated certificate of the name that only this region has, with the record that validates it. */
export function originCertificate(scope: Construct, inputs: WebInputs, originName: string): string {
  const certificate = requested(scope, inputs, { id: "origin", domainName: originName });
  const option = certificate.domainValidationOptions.get(0);
  const record = new Route53Record(scope, "origin-validation", {
    zoneId: inputs.zoneId,
    name: option.resourceRecordName,
    type: option.resourceRecordType,
    records: [option.resourceRecordValue],
    ttl: 300,
  });
  return new AcmCertificateValidation(scope, "origin-validated", {
    certificateArn: certificate.arn,
    validationRecordFqdns: [record.fqdn],
  }).certificateArn;
}

/**
 * The validated certificate of the shop's domain, for clients that keep its name in their requests.
 *
 * A certificate of its own: the record that validates it is the same in every region, so the dns tier owns it.
 */
export function domainCertificate(scope: Construct, inputs: WebInputs): string {
  const certificate = requested(scope, inputs, { id: "domain", domainName: inputs.domain });
  return new AcmCertificateValidation(scope, "domain-validated", { certificateArn: certificate.arn }).certificateArn;
}

/** A certificate that somebody hears of when it is not renewed. */
function requested(
  scope: Construct,
  inputs: WebInputs,
  { id, domainName }: { readonly id: string; readonly domainName: string },
): AcmCertificate {
  const certificate = new AcmCertificate(scope, id, {
    domainName,
    validationMethod: "DNS",
    lifecycle: { createBeforeDestroy: true },
  });
  certificateExpiry(scope, certificate, {
    name: `${inputs.namePrefix}-web-${id}-certificate`,
    topicArn: inputs.alertTopicArn,
  });
  return certificate;
}
