import type { Metric } from "../../blocks/alerts/metric";
import { type LateNumber, number } from "../../core/late";
import type { Alarm } from "../alarm";

interface Given {
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
export const webAlarms = ({ loadBalancer, maxErrorPercent, maxLatencySeconds }: Given): Alarm[] => [
  errors(
    "web-errors",
    "The web tier answers requests with errors (5xx). Look at its logs first, then at the api.",
    albMetric(loadBalancer, "HTTPCode_Target_5XX_Count", "Sum"),
    "100 * errors / requests",
    { loadBalancer, maxErrorPercent },
  ),
  errors(
    "entrance-errors",
    "The load balancer answers by itself with errors (5xx): no healthy target, or none that answers in time.",
    albMetric(loadBalancer, "HTTPCode_ELB_5XX_Count", "Sum"),
    // A request for which no target was found is not counted as one.
    "100 * errors / (FILL(requests, 0) + errors)",
    { loadBalancer, maxErrorPercent },
  ),
  {
    id: "web-latency",
    description: "Pages are slow: 5 of 100 requests take longer than promised. Look at CPU, api and database.",
    metrics: { latency: albMetric(loadBalancer, "TargetResponseTime", "p95") },
    above: number(maxLatencySeconds),
    evaluationPeriods: 5,
    customersSuffer: true,
  },
];

const errors = (
  id: string,
  description: string,
  counted: Metric,
  expression: string,
  { loadBalancer, maxErrorPercent }: Pick<Given, "loadBalancer" | "maxErrorPercent">,
): Alarm => ({
  id,
  description,
  metrics: { errors: counted, requests: albMetric(loadBalancer, "RequestCount", "Sum") },
  expression, // errors are counted only where there are any, so a minute without one has no value
  above: number(maxErrorPercent),
  evaluationPeriods: 5,
  customersSuffer: true,
});
