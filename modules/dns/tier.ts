import { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { AcmCertificateValidation } from "@cdktf/provider-aws/lib/acm-certificate-validation";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import type { Inputs, Outputs } from "../core/contract";
import { dnsContract } from "./contract";
import { validationOf } from "./validation";

type C = typeof dnsContract;

/** How Amazon's certificate authorities may be named. https://docs.aws.amazon.com/acm/latest/userguide/setup-caa.html */
const authorities = ["amazon.com", "amazontrust.com", "awstrust.com", "amazonaws.com"];

/**
 * The dns tier: the shop's public zone, in which no authority but Amazon's may certify a name.
 *
 * It owns the validation records of the names that regions' certificates share: ACM asks for the same record for the
 * same name in every region, so a region that owned one would take it from the others when it is destroyed.
 * Its own certificate is issued once the domain is delegated to `nameServers`; an apply waits for that.
 *
 * *Cost*: the zone, by the month, and queries.
 */
export class DnsTier extends Construct implements Outputs<C> {
  static readonly contract = dnsContract;
  readonly zoneId: string;
  readonly nameServers: string[];
  readonly certificateArn: string;

  constructor(scope: Construct, id: string, { domain, ephemeral }: Inputs<C>) {
    super(scope, id);

    const zone = new Route53Zone(this, "public", { name: domain, forceDestroy: ephemeral });
    new Route53Record(this, "certificate-authorities", {
      zoneId: zone.zoneId,
      name: domain,
      type: "CAA",
      ttl: 3600,
      records: authorities.flatMap((name) => [`0 issue "${name}"`, `0 issuewild "${name}"`]),
    });

    const below = (label: string) => Fn.join(".", [label, domain]);
    const names = { apex: domain, www: below("www"), "api-internal": below("api.internal") };
    const certificate = new AcmCertificate(this, "shared", {
      domainName: names.apex,
      subjectAlternativeNames: [names.www, names["api-internal"]],
      validationMethod: "DNS",
      lifecycle: { createBeforeDestroy: true },
    });
    const records = Object.entries(names).map(([role, name]) => {
      const { recordName, recordType, recordValue } = validationOf(certificate, name);
      return new Route53Record(this, `validation-${role}`, {
        zoneId: zone.zoneId,
        name: recordName,
        type: recordType,
        ttl: 300,
        records: [recordValue],
      });
    });
    const validation = new AcmCertificateValidation(this, "issued", {
      certificateArn: certificate.arn,
      validationRecordFqdns: records.map(({ fqdn }) => fqdn),
    });

    this.zoneId = zone.zoneId;
    this.nameServers = zone.nameServers;
    this.certificateArn = validation.certificateArn;
  }
}
