import type { Metric } from "../../blocks/alerts/metric";
import { type LateNumber, number } from "../../core/late";
import type { Alarm } from "../alarm";

interface WebPromises {
  readonly loadBalancer: string;
  readonly maxErrorPercent: LateNumber;
  readonly maxLatencySeconds: LateNumber;
}

/** A metric of the application load balancer as a whole. */
export const albMetric = (loadBalancer: string, name: string, stat: string): Metric => ({
  namespace: "AWS/ApplicationELB",
  name,
  dimensions: { LoadBalancer: loadBalancer },
  stat,
});

/** What the shop's pages promise at the load balancer: answers, in time, without errors of ours. */
export const webAlarms = ({ loadBalancer, maxErrorPercent, maxLatencySeconds }: WebPromises): Alarm[] => [
  {
    ...errorShare({ loadBalancer, maxErrorPercent }, "HTTPCode_Target_5XX_Count"),
    id: "web-errors",
    description: "The web tier answers with errors (5xx). Look at its logs first, then at the API.",
    expression: "100 * errors / requests",
  },
  {
    ...errorShare({ loadBalancer, maxErrorPercent }, "HTTPCode_ELB_5XX_Count"),
    id: "entrance-errors",
    description:
      "The load balancer itself answers with errors (5xx): there is no healthy target, or none answers in time.",
    // A request for which no target was found is not counted as one.
    expression: "100 * errors / (FILL(requests, 0) + errors)",
  },
  {
    id: "web-latency",
    description: "Pages are slow: 5 % of requests take longer than the limit. Look at CPU, the API and the database.",
    metrics: { latency: albMetric(loadBalancer, "TargetResponseTime", "p95") },
    above: number(maxLatencySeconds),
    evaluationPeriods: 5,
    customersSuffer: true,
  },
];

/** The share of errors among requests. Errors are counted only where there are any, so a minute without one has no value. */
const errorShare = (
  { loadBalancer, maxErrorPercent }: Pick<WebPromises, "loadBalancer" | "maxErrorPercent">,
  counted: string,
) => ({
  metrics: {
    errors: albMetric(loadBalancer, counted, "Sum"),
    requests: albMetric(loadBalancer, "RequestCount", "Sum"),
  },
  above: number(maxErrorPercent),
  evaluationPeriods: 5,
  customersSuffer: true as const,
});
