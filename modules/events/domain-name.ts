import { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { AcmCertificateValidation } from "@cdktf/provider-aws/lib/acm-certificate-validation";
import { Apigatewayv2ApiMapping } from "@cdktf/provider-aws/lib/apigatewayv2-api-mapping";
import { Apigatewayv2DomainName } from "@cdktf/provider-aws/lib/apigatewayv2-domain-name";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import type { Construct } from "constructs";
import { certificateExpiry } from "../blocks/alerts/certificate-expiry";
import type { Inputs } from "../core/contract";
import { type eventsContract, eventsHostName, eventsRegionName, sharedEventsName } from "./contract";

type Named = Pick<Inputs<typeof eventsContract>, "namePrefix" | "domain" | "zoneId" | "alertTopicArn">;

interface DomainNameOptions {
  readonly inputs: Named;
  readonly region: string;
  readonly apiId: string;
  readonly stageId: string;
}

/** The name that only this region has, `events.<region>.<domain>`, its certificate, and the API behind it. */
export function domainName(scope: Construct, { inputs, region, apiId, stageId }: DomainNameOptions): string {
  const name = eventsHostName(region, inputs.domain);
  const certificate = requested(scope, "certificate", { inputs, name });
  const option = certificate.domainValidationOptions.get(0);
  const record = new Route53Record(scope, "certificate-validation", {
    zoneId: inputs.zoneId,
    name: option.resourceRecordName,
    type: option.resourceRecordType,
    records: [option.resourceRecordValue],
    ttl: 300,
  });
  const validated = new AcmCertificateValidation(scope, "certificate-validated", {
    certificateArn: certificate.arn,
    validationRecordFqdns: [record.fqdn],
  });

  const regional = answering(scope, "regional", { name, certificateArn: validated.certificateArn });
  found(scope, "name", { zoneId: inputs.zoneId, name, regional });
  new Apigatewayv2ApiMapping(scope, "mapping", { apiId, stage: stageId, domainName: regional.id });
  return urlOf(name);
}

/**
 * The name that all regions answer, `events.<domain>`, and where the edge finds this region's API of that name.
 *
 * A certificate of its own: the record that validates it is the same in every region, so the dns tier owns it. API Gateway takes
 * the same name once in each region. https://docs.aws.amazon.com/apigateway/latest/developerguide/dns-failover.html
 */
export function sharedName(scope: Construct, { inputs, region, apiId, stageId }: DomainNameOptions): string {
  const name = sharedEventsName(inputs.domain);
  const certificate = requested(scope, "shared-certificate", { inputs, name });
  const { certificateArn } = new AcmCertificateValidation(scope, "shared-certificate-validated", {
    certificateArn: certificate.arn,
  });
  const regional = answering(scope, "shared", { name, certificateArn });
  found(scope, "shared-name", { zoneId: inputs.zoneId, name: eventsRegionName(region, inputs.domain), regional });
  new Apigatewayv2ApiMapping(scope, "shared-mapping", { apiId, stage: stageId, domainName: regional.id });
  return urlOf(name);
}

const urlOf = (name: string): string => `https://${name}/`;

/** A certificate that somebody hears of when it is not renewed. */
function requested(
  scope: Construct,
  id: string,
  { inputs, name }: { readonly inputs: Named; readonly name: string },
): AcmCertificate {
  const certificate = new AcmCertificate(scope, id, {
    domainName: name,
    validationMethod: "DNS",
    lifecycle: { createBeforeDestroy: true },
  });
  certificateExpiry(scope, certificate, {
    name: `${inputs.namePrefix}-events-${id}`,
    topicArn: inputs.alertTopicArn,
  });
  return certificate;
}

const answering = (
  scope: Construct,
  id: string,
  { name, certificateArn }: { readonly name: string; readonly certificateArn: string },
): Apigatewayv2DomainName =>
  new Apigatewayv2DomainName(scope, id, {
    domainName: name,
    domainNameConfiguration: { certificateArn, endpointType: "REGIONAL", securityPolicy: "TLS_1_2" },
  });

interface Found {
  readonly zoneId: string;
  readonly name: string;
  readonly regional: Apigatewayv2DomainName;
}

function found(scope: Construct, id: string, { zoneId, name, regional }: Found): void {
  const { targetDomainName, hostedZoneId } = regional.domainNameConfiguration;
  new Route53Record(scope, id, {
    zoneId,
    name,
    type: "A",
    alias: { name: targetDomainName, zoneId: hostedZoneId, evaluateTargetHealth: false },
  });
}
