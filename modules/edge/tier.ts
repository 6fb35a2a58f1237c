import { DataAwsSecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/data-aws-secretsmanager-secret-version";
import { ShieldProtection } from "@cdktf/provider-aws/lib/shield-protection";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import { blockedAlarm } from "../blocks/firewall/blocked-alarm";
import { firewall } from "../blocks/firewall/firewall";
import type { Inputs, Outputs } from "../core/contract";
import { homeOf } from "../core/home";
import { sharedEventsName } from "../events/contract";
import { accessLog } from "./access-log";
import { edgeAlarms, healthAlarms } from "./alarms";
import { contentSecurityPolicy } from "./content-security-policy";
import { edgeContract, eventsNames, originNames } from "./contract";
import { distribution } from "./distribution";
import { health } from "./health";
import { lead } from "./lead";
import { page } from "./page";
import { hostOnly, securityHeaders } from "./policies";
import { closed, customerNames, eventsName } from "./records";
import { redirect } from "./redirect";
import { staticFiles } from "./static-files";
import { tellSwitches } from "./switch-records";

type C = typeof edgeContract;

/**
 * The edge tier: one CloudFront distribution with its firewall in front of all regions, and DNS records that lead to the nearest
 * healthy region.
 *
 * It reads no region's state and knows regions by name only, so losing a region does not affect it. A live region gets
 * customers as long as it answers, at `readinessPath`, that it can serve, and is not fenced. When none does, the records lead
 * to the recovery target once it answers and is open, until then nowhere; nothing has to be applied, the switches are those of
 * the tier failover.
 * Until then they get the page of the tier failover, with status 503, in place of CloudFront's own error.
 *
 * What an image looks at before it says so is in the README of [web](../web/README.md): while the only live region says no, all
 * customers get the page. Change `readinessPath` only to one that every image answers and that each region's `web.healthPaths` has
 * been deployed with: Route 53 asks there at once, and takes regions that do not answer for lost.
 *
 * With `staticPaths`, static files come from the buckets of the tier files, whether or not a region serves.
 * Where customers' tokens let [events](../events/README.md) in, in each live region, `events.<domain>` leads by the same checks and
 * switches to the API of a region, not through CloudFront.
 * Customers get TLS 1.2 or later, HTTP/2 and HTTP/3, IPv4 and IPv6. Request logs go to the state region.
 *
 * *Cost*: requests and traffic, a web ACL with six rules, three health checks of each region, alarms.
 * With `shieldProtection`, Shield Advanced protects the distribution and the zone under the account's subscription.
 */
export class EdgeTier extends Construct implements Outputs<C> {
  static readonly contract = edgeContract;
  readonly distributionId: string;
  readonly distributionDomainName: string;
  readonly webAclArn: string;

  constructor(scope: Construct, id: string, inputs: Inputs<C>) {
    super(scope, id);
    const { namePrefix, domain, zoneId, regionsByCountry, staticPaths } = inputs;
    const cachedPaths = inputs.cachedPaths.filter((path) => !staticPaths.includes(path));
    const { partition, account } = homeOf(this);
    const names = originNames(domain);
    const zone = { zoneId, names, ids: "" } as const;

    const serving = inputs.liveRegions.filter((region) => !inputs.outOfService.includes(region));
    const { standbyRegions, openRegions: open, switchRegion, readinessPath } = inputs;
    const asked = { nameOf: names.region, switchRegion, readinessPath };
    const live = serving.length > 0 ? health(this, { ...asked, group: "live", regions: serving }) : undefined;
    const recovered =
      standbyRegions.length > 0
        ? health(this, { ...asked, group: "recovered", regions: standbyRegions, open })
        : undefined;
    const groups = { live, recovered, regionsByCountry };
    closed(this, zone);
    if (live) tellSwitches(this, zone, { which: "fence", health: live });
    if (recovered) tellSwitches(this, zone, { which: "opening", health: recovered });
    const origin = lead(this, zone, groups);
    if (inputs.leadsEvents === true) {
      const to = lead(this, { zoneId, names: eventsNames(domain), ids: "events-" }, groups);
      eventsName(this, zoneId, { name: sharedEventsName(domain), to });
    }

    const acl = firewall(this, {
      name: `${namePrefix}-edge`,
      scope: "CLOUDFRONT",
      managedRules: inputs.firewallManagedRules,
      overrides: inputs.firewallManagedOverrides,
      rules: inputs.firewallRules,
      rate: {
        requestsPerFiveMinutes: inputs.firewallRequestsPerFiveMinutes,
        cachedRequestsPerFiveMinutes: inputs.firewallCachedRequestsPerFiveMinutes,
        cachedPaths: [...staticPaths, ...cachedPaths],
      },
      bodyInspection: inputs.firewallBodyInspection,
      logDestinationArn: `arn:${partition}:s3:::${inputs.wafLogBucketName}`,
    });
    const hosts = { apex: domain, www: `www.${domain}` };
    const secret = new DataAwsSecretsmanagerSecretVersion(this, "origin", { secretId: inputs.sentOriginSecretName });
    const shop = distribution(this, {
      comment: `${namePrefix}: the shop`,
      aliases: Object.values(hosts),
      certificateArn: inputs.certificateArn,
      webAclArn: acl.arn,
      priceClass: inputs.priceClass,
      cachedPaths,
      origin,
      ...(recovered ? { spare: names.spare } : {}),
      page: page(this, { namePrefix, bucketName: inputs.pageBucketName, region: inputs.switchRegion }),
      ...(staticPaths.length > 0
        ? { files: staticFiles(this, { namePrefix, account, paths: staticPaths, regions: inputs.fileRegions }) }
        : {}),
      originSecret: secret.secretString,
      redirectArn: redirect(this, namePrefix, domain),
      securityHeadersId: securityHeaders(
        this,
        namePrefix,
        Fn.coalesce([inputs.contentSecurityPolicy, contentSecurityPolicy(inputs.pageOrigins)]),
      ),
      hostOnlyId: hostOnly(this, namePrefix),
    });
    customerNames(this, { zoneId, hosts, distribution: shop });
    accessLog(this, {
      name: `${namePrefix}-access`,
      distributionArn: shop.arn,
      bucketArn: `arn:${partition}:s3:::${inputs.edgeLogBucketName}`,
    });

    const alerts = { namePrefix, topicArn: inputs.findingsTopicArn };
    healthAlarms(this, { ...alerts, live, recovered });
    edgeAlarms(this, { ...inputs, ...alerts, distributionId: shop.id });
    blockedAlarm(this, {
      name: `${namePrefix}-blocked`,
      before: "CloudFront",
      webAclName: acl.name,
      perFiveMinutes: inputs.blockedRequestsPerFiveMinutes,
      topicArn: alerts.topicArn,
    });
    if (inputs.shieldProtection) {
      const protect = (role: string, resourceArn: string) =>
        new ShieldProtection(this, `${role}-shield`, { name: `${namePrefix}-${role}`, resourceArn });
      protect("distribution", shop.arn);
      protect("zone", `arn:${partition}:route53:::hostedzone/${zoneId}`);
    }

    this.distributionId = shop.id;
    this.distributionDomainName = shop.domainName;
    this.webAclArn = acl.arn;
  }
}
