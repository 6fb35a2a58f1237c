import { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { AcmCertificateValidation } from "@cdktf/provider-aws/lib/acm-certificate-validation";
import { Apigatewayv2ApiMapping } from "@cdktf/provider-aws/lib/apigatewayv2-api-mapping";
import { Apigatewayv2DomainName } from "@cdktf/provider-aws/lib/apigatewayv2-domain-name";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import type { Construct } from "constructs";
import { eventsHostName } from "./contract";

interface DomainNameOptions {
  readonly region: string;
  readonly domain: string;
  readonly zoneId: string;
  readonly apiId: string;
  readonly stageId: string;
}

/** The name that only this region has, `events.<region>.<domain>`, its certificate, and the API behind it. */
export function domainName(scope: Construct, options: DomainNameOptions): string {
  const { region, domain, zoneId, apiId, stageId } = options;
  const name = eventsHostName(region, domain);
  const certificate = new AcmCertificate(scope, "certificate", {
    domainName: name,
    validationMethod: "DNS",
    lifecycle: { createBeforeDestroy: true },
  });
  const option = certificate.domainValidationOptions.get(0);
  const record = new Route53Record(scope, "certificate-validation", {
    zoneId,
    name: option.resourceRecordName,
    type: option.resourceRecordType,
    records: [option.resourceRecordValue],
    ttl: 300,
  });
  const validated = new AcmCertificateValidation(scope, "certificate-validated", {
    certificateArn: certificate.arn,
    validationRecordFqdns: [record.fqdn],
  });

  const regional = new Apigatewayv2DomainName(scope, "regional", {
    domainName: name,
    domainNameConfiguration: {
      certificateArn: validated.certificateArn,
      endpointType: "REGIONAL",
      securityPolicy: "TLS_1_2",
    },
  });
  const { targetDomainName, hostedZoneId } = regional.domainNameConfiguration;
  new Route53Record(scope, "name", {
    zoneId,
    name,
    type: "A",
    alias: { name: targetDomainName, zoneId: hostedZoneId, evaluateTargetHealth: false },
  });
  new Apigatewayv2ApiMapping(scope, "mapping", { apiId, stage: stageId, domainName: regional.id });
  return `https://${name}/`;
}
