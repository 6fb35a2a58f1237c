import { AcmpcaCertificate } from "@cdktf/provider-aws/lib/acmpca-certificate";
import { AcmpcaCertificateAuthority } from "@cdktf/provider-aws/lib/acmpca-certificate-authority";
import { AcmpcaCertificateAuthorityCertificate } from "@cdktf/provider-aws/lib/acmpca-certificate-authority-certificate";
import { AcmpcaPermission } from "@cdktf/provider-aws/lib/acmpca-permission";
import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { Fn } from "cdktf";
import type { Construct } from "constructs";
import type { Inputs } from "../core/contract";
import type { Home } from "../core/home";
import { type apiContract, internalAuthorityParameter } from "./contract";

/**
 * The ARN of a private root authority that may issue, and that ACM may issue with, by now, for the names that only this VPC knows.
 *
 * ACM issues and renews with it: RSA keys, because an authority of ACM has one, and a certificate's must be of the same family.
 * Its root certificate is in an SSM parameter, for clients that trust nothing else.
 * The cheaper authorities for short-lived certificates, 50 USD a month, don't work with ACM, nor so with load balancers.
 * https://docs.aws.amazon.com/privateca/latest/userguide/short-lived-certificates.html
 * https://docs.aws.amazon.com/acm/latest/userguide/private-certificates.title.html
 */
export function internalAuthority(
  scope: Construct,
  { namePrefix, ephemeral }: Inputs<typeof apiContract>,
  { partition }: Home,
): string {
  const signingAlgorithm = "SHA256WITHRSA";
  const authority = new AcmpcaCertificateAuthority(scope, "authority", {
    type: "ROOT",
    usageMode: "GENERAL_PURPOSE",
    certificateAuthorityConfiguration: {
      keyAlgorithm: "RSA_4096",
      signingAlgorithm,
      subject: { commonName: `${namePrefix} internal` },
    },
    permanentDeletionTimeInDays: Fn.conditional(ephemeral, 7, 30),
  });
  const root = new AcmpcaCertificate(scope, "authority-root", {
    certificateAuthorityArn: authority.arn,
    certificateSigningRequest: authority.certificateSigningRequest,
    signingAlgorithm,
    templateArn: `arn:${partition}:acm-pca:::template/RootCACertificate/V1`,
    validity: { type: "YEARS", value: "10" },
  });
  const active = new AcmpcaCertificateAuthorityCertificate(scope, "authority-active", {
    certificateAuthorityArn: authority.arn,
    certificate: root.certificate,
    certificateChain: root.certificateChain,
  });
  const permission = new AcmpcaPermission(scope, "authority-renewal", {
    certificateAuthorityArn: active.certificateAuthorityArn,
    principal: "acm.amazonaws.com",
    actions: ["GetCertificate", "IssueCertificate", "ListPermissions"],
  });
  new SsmParameter(scope, "authority-parameter", {
    name: internalAuthorityParameter(namePrefix),
    description: "Root certificate of the authority that issues the API's certificate",
    type: "String",
    value: root.certificate,
  });
  return permission.certificateAuthorityArn;
}
