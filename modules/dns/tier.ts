import { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { AcmCertificateValidation } from "@cdktf/provider-aws/lib/acm-certificate-validation";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import { apiHostName } from "../api/contract";
import { certificateExpiry } from "../blocks/alerts/certificate-expiry";
import type { Inputs, Outputs } from "../core/contract";
import { homeOf } from "../core/home";
import { privateLabel } from "../network/contract";
import { dnsContract, originSlots } from "./contract";
import { shortNegativeAnswers } from "./negative-answers";
import { originSecrets } from "./origin-secret";
import { ownRecords } from "./own-records";
import { queryLog } from "./query-log";
import { validationOf } from "./validation";

type C = typeof dnsContract;

/** How Amazon's certificate authorities may be named. https://docs.aws.amazon.com/acm/latest/userguide/setup-caa.html */
const authorities = ["amazon.com", "amazontrust.com", "awstrust.com", "amazonaws.com"];

/**
 * The dns tier: the shop's public zone, for which only Amazon's certificate authority may issue certificates.
 *
 * It owns the validation records of certificate names that regions share: ACM asks for the same record for the same name in
 * every region, so a region that owned one would take it from the others when it is destroyed.
 * Its own certificate is issued once the domain is delegated to `nameServers`; an apply waits for that.
 *
 * It holds two secrets, `blue` and `green`: CloudFront sends one, and the load balancers accept both, in each region from its
 * own replica. So a secret can be changed without an outage, each step a plan that can be reviewed:
 *
 * 1. Raise the generation of the slot that is not sent, such as `greenOriginSecret: 2`. Deploy this tier, then web in every
 *    region. Requests still carry the other secret.
 * 2. Set `sentOriginSecret: "green"`. Deploy this tier, then edge. CloudFront needs some minutes to send it everywhere.
 * 3. If the old secret has leaked, raise its generation, too, once the distribution is deployed: as in step 1.
 *
 * AWS keeps a replaced secret for 30 days under its name, so a generation is never used again. The secrets are in no plan, log
 * or state of this tier; web and edge, which tell the load balancers and CloudFront, have them in theirs.
 *
 * `records` are those of mail and the like, `delegations` names below the domain that other zones answer for: prod's zone
 * delegates the domains of staging and dev to the `nameServers` of theirs.
 *
 * Queries to the zone are logged. Route 53 can log in us-east-1 only: this is the one log outside the regions' jurisdiction,
 * with addresses of resolvers and none of customers.
 *
 * *Cost*: the zone and a KMS key by the month, queries and their log; two secrets per region.
 */
export class DnsTier extends Construct implements Outputs<C> {
  static readonly contract = dnsContract;
  readonly zoneId: string;
  readonly nameServers: string[];
  readonly certificateArn: string;
  readonly originSecretNames: string[];
  readonly sentOriginSecretName: string;
  readonly logGroupNames: string[];

  constructor(scope: Construct, id: string, inputs: Inputs<C>) {
    super(scope, id);
    const { namePrefix, domain, queryLogRetentionDays: retentionDays, ephemeral } = inputs;
    const home = homeOf(this);

    const zone = new Route53Zone(this, "public", { name: domain, forceDestroy: ephemeral });
    new Route53Record(this, "certificate-authorities", {
      zoneId: zone.zoneId,
      name: domain,
      type: "CAA",
      ttl: 3600,
      records: authorities.flatMap((name) => [`0 issue "${name}"`, `0 issuewild "${name}"`]),
    });

    shortNegativeAnswers(this, zone);
    ownRecords(this, inputs, zone.zoneId);

    this.logGroupNames = [queryLog(this, home, { namePrefix, zone, retentionDays })];

    const below = (label: string) => Fn.join(".", [label, domain]);
    const names = {
      apex: domain,
      www: below("www"),
      "api-internal": below(apiHostName(privateLabel)),
      events: below("events"),
    };
    const certificate = new AcmCertificate(this, "shared", {
      domainName: names.apex,
      subjectAlternativeNames: [names.www, names["api-internal"], names.events],
      validationMethod: "DNS",
      lifecycle: { createBeforeDestroy: true },
    });
    certificateExpiry(this, certificate, {
      name: `${inputs.namePrefix}-certificate`,
      topicArn: inputs.findingsTopicArn,
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

    const secrets = originSecrets(this, home, inputs);

    this.zoneId = zone.zoneId;
    this.nameServers = zone.nameServers;
    this.certificateArn = validation.certificateArn;
    this.originSecretNames = originSlots.map((slot) => secrets[slot]);
    this.sentOriginSecretName = secrets[inputs.sentOriginSecret];
  }
}
