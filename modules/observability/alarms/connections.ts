import type { Metric } from "../../blocks/alerts/metric";
import { type LateNumber, number } from "../../core/late";
import type { Alarm } from "../alarm";

interface ConnectionPromises {
  readonly loadBalancer: string;
  readonly maxConnectionErrors: LateNumber;
}

/**
 * What the API's network load balancer promises. It sees connections and no requests: neither an error of the service
 * nor how long it takes. The pages, which wait for it, show these.
 *
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-cloudwatch-metrics.html
 */
export const connectionAlarms = ({ loadBalancer, maxConnectionErrors }: ConnectionPromises): Alarm[] => {
  const metric = (name: string): Metric => ({
    namespace: "AWS/NetworkELB",
    name,
    dimensions: { LoadBalancer: loadBalancer },
    stat: "Sum",
  });
  const above = { above: number(maxConnectionErrors), evaluationPeriods: 5 };
  return [
    {
      id: "api-tls",
      description:
        "Connections to the API fail in their TLS handshake. Look at its certificate, and at what the callers trust.",
      metrics: { clients: metric("ClientTLSNegotiationErrorCount"), targets: metric("TargetTLSNegotiationErrorCount") },
      expression: "FILL(clients, 0) + FILL(targets, 0)",
      ...above,
    },
    {
      id: "api-resets",
      description: "Connections to the API are reset: its targets end them, or are gone. Look at its logs.",
      metrics: { targets: metric("TCP_Target_Reset_Count"), balancer: metric("TCP_ELB_Reset_Count") },
      expression: "FILL(targets, 0) + FILL(balancer, 0)",
      ...above,
    },
    {
      id: "api-ports",
      description: "The API's load balancer has no port left to a target: new connections fail. Add targets.",
      metrics: { failed: metric("PortAllocationErrorCount") },
      above: 0,
      evaluationPeriods: 5,
    },
  ];
};
