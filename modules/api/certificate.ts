import { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { AcmCertificateValidation } from "@cdktf/provider-aws/lib/acm-certificate-validation";
import type { Construct } from "constructs";
import { certificateExpiry } from "../blocks/alerts/certificate-expiry";
import type { Inputs } from "../core/contract";
import type { Home } from "../core/home";
import type { apiContract } from "./contract";
import { internalAuthority } from "./internal-authority";

/**
 * The issued certificate of the service's name: Amazon's public one, or one of a private authority of this region.
 *
 * The dns tier owns the record that validates the public one: it is the same in every region. A private one needs none.
 */
export function serviceCertificate(
  scope: Construct,
  inputs: Inputs<typeof apiContract>,
  { domainName, home }: { readonly domainName: string; readonly home: Home },
): string {
  const isPublic = inputs.internalAuthority === "off";
  const certificate = new AcmCertificate(scope, "certificate", {
    domainName,
    ...(isPublic
      ? { validationMethod: "DNS" }
      : { keyAlgorithm: "RSA_2048", certificateAuthorityArn: internalAuthority(scope, inputs, home) }),
    lifecycle: { createBeforeDestroy: true },
  });
  certificateExpiry(scope, certificate, {
    name: `${inputs.namePrefix}-api-certificate`,
    topicArn: inputs.alertTopicArn,
  });
  if (!isPublic) return certificate.arn;
  return new AcmCertificateValidation(scope, "certificate-validated", { certificateArn: certificate.arn })
    .certificateArn;
}
