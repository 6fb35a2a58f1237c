import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import type { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone";
import type { Construct } from "constructs";

/** Seconds that a resolver remembers that there is no such name, or no such record. */
const remembered = 60;

/**
 * The zone's own SOA record, with a shorter time for negative answers than the 900 seconds that Route 53 gives it.
 *
 * The name of a region exists only once it is rebuilt, and health checks ask for it all the time: they would find it a quarter
 * of an hour late. https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/SOA-NSrecords.html
 */
export function shortNegativeAnswers(scope: Construct, zone: Route53Zone): void {
  new Route53Record(scope, "start-of-authority", {
    zoneId: zone.zoneId,
    name: zone.name,
    type: "SOA",
    ttl: remembered,
    records: [`${zone.primaryNameServer}. awsdns-hostmaster.amazon.com. 1 7200 900 1209600 ${remembered}`],
    allowOverwrite: true, // Route 53 makes one with the zone
  });
}
