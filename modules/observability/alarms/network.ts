import { Fn } from "cdktf";
import type { Metric } from "../../blocks/alerts/metric";
import type { ZoneLetter } from "../../core/zones";
import type { Alarm } from "../alarm";

interface NetworkPromises {
  /** Letters of the zones that have a NAT gateway. */
  readonly zones: readonly ZoneLetter[];
  /** NAT gateways in the order of `zones`. */
  readonly natGatewayIds: string[];
}

/** What the way out promises: every connection to the payment provider finds a port, and no packet is dropped. */
export const networkAlarms = ({ zones, natGatewayIds }: NetworkPromises): Alarm[] =>
  zones.flatMap((letter, index): Alarm[] => {
    const gateway = Fn.element(natGatewayIds, index);
    return [
      {
        id: `nat-${letter}-ports`,
        description: `The NAT gateway of zone ${letter} has no free port: new outbound connections fail.`,
        metrics: { failed: natMetric(gateway, "ErrorPortAllocation") },
        above: 0,
        evaluationPeriods: 5,
      },
      {
        id: `nat-${letter}-drops`,
        description: `The NAT gateway of zone ${letter} drops packets: outbound connections stall.`,
        metrics: { dropped: natMetric(gateway, "PacketsDropCount") },
        above: 100,
        evaluationPeriods: 10,
      },
    ];
  });

/** A metric of one NAT gateway. */
export const natMetric = (gateway: string, name: string): Metric => ({
  namespace: "AWS/NATGateway",
  name,
  dimensions: { NatGatewayId: gateway },
  stat: "Sum",
});
