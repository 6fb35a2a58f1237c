import { numberIn, textIn, type ValuedResource } from "../../../terraform/values/resource";
import { free, type Kind, type Part, priced } from "../kind";

/** CloudFront's prices are those of where its customers are. */
const customers = "eu";

export const edge: Readonly<Record<string, Kind>> = {
  aws_cloudfront_distribution: priced((shop, use) => {
    const requests = use.share("requestsMillion", shop);
    const gb = (requests * 1e6 * use.of("responseKb")) / 1e6;
    return [
      { what: "traffic to customers", sku: "cloudfront.out.gb.0-10TB", region: customers, quantity: gb, per: "use" },
      { what: "requests", sku: "cloudfront.https.per10k", region: customers, quantity: requests * 100, per: "use" },
      {
        what: "traffic to origins",
        sku: "cloudfront.origin.gb",
        region: customers,
        quantity: requests * use.of("originShare"),
        per: "use",
        uncertain: "1 KB a request is taken to go to an origin",
      },
    ];
  }),
  aws_cloudfront_function: priced((code, use) => [
    { what: "calls", sku: "cloudfront.functions.perM", quantity: use.share("requestsMillion", code), per: "use" },
  ]),
  aws_cloudfront_origin_access_control: free("access to an origin is free"),
  aws_cloudfront_response_headers_policy: free("policies are free"),
  aws_cloudfront_origin_request_policy: free("policies are free"),
  aws_route53_zone: priced((zone, use) => [
    { what: "zone", sku: "r53.zone.month.first25", quantity: 1, per: "month" },
    ...(isPublic(zone)
      ? [
          {
            what: "queries",
            sku: "r53.query.latency.perM.0-1B",
            quantity: use.share("dnsQueriesMillion", zone, isPublic) * use.of("dnsChargedShare"),
            per: "use",
            uncertain: "every charged query is taken to be one by latency",
          } as const,
        ]
      : []),
  ]),
  aws_route53_record: free("records are free up to 10,000 in a zone"),
  aws_route53_health_check: priced(healthCheck),
};

const isPublic = ({ values }: ValuedResource): boolean => !values.vpc;

const check = { what: "check", sku: "r53.health.aws.month", quantity: 1, per: "hour" } as const;

/** Each option is charged on top: HTTPS, a fast interval, a string, latency. What is asked is a load balancer, an endpoint within AWS. */
function healthCheck({ values }: ValuedResource): Part[] {
  const type = textIn(values, "type") ?? "";
  if (type === "CALCULATED" || type === "CLOUDWATCH_METRIC" || type === "RECOVERY_CONTROL")
    return [{ ...check, uncertain: "taken to cost as much as a check of an endpoint within AWS" }];
  const options = [
    type.startsWith("HTTPS"),
    type.endsWith("STR_MATCH"),
    numberIn(values, "request_interval") === 10,
    values.measure_latency === true,
  ];
  const chosen = options.filter(Boolean).length;
  return [check, { what: "options", sku: "r53.health.option.aws.month", quantity: chosen, per: "hour" }];
}
