import { blocksIn, numberIn, textIn, type ValuedResource } from "../../../terraform/values/resource";
import { free, type Kind, noPrice, type Part, priced, within } from "../kind";
import type { Use } from "../use";
import { goesToBucket } from "./network";

export const observing: Readonly<Record<string, Kind>> = {
  aws_cloudwatch_log_group: priced(logGroup),
  aws_cloudwatch_metric_alarm: priced(alarm),
  aws_cloudwatch_composite_alarm: priced(() => [
    { what: "composite alarm", sku: "cw.alarm.composite.month", quantity: 1, per: "hour" },
  ]),
  aws_cloudwatch_dashboard: priced(() => [{ what: "dashboard", sku: "cw.dashboard.month", quantity: 1, per: "month" }]),
  aws_cloudwatch_event_rule: free("events of AWS's own services are free"),
  aws_cloudwatch_event_target: free("events of AWS's own services are free"),
  aws_cloudwatch_log_resource_policy: free("policies are free"),
  aws_cloudwatch_log_subscription_filter: within("the stream that it writes to"),
  aws_cloudwatch_log_delivery: noPrice("delivery of CloudFront's log to a bucket, where it is charged"),
  aws_cloudwatch_log_delivery_source: within("the delivery"),
  aws_cloudwatch_log_delivery_destination: within("the delivery"),
  aws_kinesis_firehose_delivery_stream: priced((stream, use) => {
    const flowLogGb = use.of("flowLogGb") * shareOf(use.all("aws_flow_log"), (log) => !goesToBucket(log));
    const gb = (use.of("logGb") + flowLogGb) / Math.max(1, use.all(stream.type).length);
    const unpacked = blocksIn(stream.values, "extended_s3_configuration")
      .flatMap((one) => blocksIn(one, "processing_configuration"))
      .flatMap((one) => blocksIn(one, "processors"))
      .some(({ type }) => type === "Decompression");
    return [
      { what: "logs", sku: "firehose.directput.gb.0-500TB", quantity: gb, per: "use" },
      ...(unpacked
        ? [{ what: "decompression", sku: "firehose.decompression.gb", quantity: gb, per: "use" } as const]
        : []),
    ];
  }),
  aws_sns_topic: priced((topic, use) => [
    { what: "e-mails", sku: "sns.email.per100k", quantity: use.share("alertMails", topic) / 1e5, per: "use" },
  ]),
  aws_sns_topic_policy: free("policies are free"),
  aws_sns_topic_subscription: within("the topic"),
  aws_route53_query_log: within("the log group that it writes to"),
};

const shareOf = (all: readonly ValuedResource[], those: (one: ValuedResource) => boolean): number =>
  all.length === 0 ? 1 : all.filter(those).length / all.length;

/** Bytes that a query takes in the log, by its format. */
const queryBytes = 200;

/** What a group takes in: queries of the zone, flow logs (whose delivery is priced there), or its part of all other logs. */
function logGroup(resource: ValuedResource, use: Use): Part[] {
  const { values } = resource;
  const months = (numberIn(values, "retention_in_days") ?? 365) / (use.hours / 24);
  const [taken, gb] = intake(resource, use);
  return [
    ...(taken === undefined ? [] : [{ what: "logs taken in", sku: taken, quantity: gb, per: "use" } as const]),
    { what: "logs kept", sku: "cw.logs.storage.gbmonth", quantity: gb * months * use.of("logCompression"), per: "use" },
  ];
}

function intake(resource: ValuedResource, use: Use): [sku: string | undefined, gb: number] {
  if (resource.tier === "dns")
    return ["cw.logs.vended.gb.0-10TB", (use.of("dnsQueriesMillion") * 1e6 * queryBytes) / 1e9];
  if (isFlowLog(resource)) return [undefined, use.share("flowLogGb", resource, isFlowLog)];
  return ["cw.logs.ingest.gb", use.share("logGb", resource, (one) => one.tier !== "dns" && !isFlowLog(one))];
}

const isFlowLog = ({ tier }: ValuedResource): boolean => tier === "network";

/** An alarm is charged by the metrics that it looks at, and more where it looks more often than once a minute. */
function alarm({ values }: ValuedResource): Part[] {
  const queries = blocksIn(values, "metric_query").flatMap((one) => blocksIn(one, "metric"));
  const periods = queries.length > 0 ? queries.map((one) => numberIn(one, "period")) : [numberIn(values, "period")];
  const metrics = textIn(values, "metric_name") === undefined && queries.length === 0 ? 1 : periods.length;
  const often = periods.some((period) => period !== undefined && period < 60);
  return [
    {
      what: "alarm",
      sku: often ? "cw.alarm.highres.month" : "cw.alarm.standard.month",
      quantity: metrics,
      per: "hour",
    },
  ];
}
