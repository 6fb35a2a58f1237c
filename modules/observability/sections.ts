import type { Alarm } from "./alarm";
import { albMetric } from "./alarms/web";
import type { Section } from "./dashboard";

interface RegionAlarms {
  readonly webLoadBalancer: string;
  readonly web: readonly Alarm[];
  readonly api: readonly Alarm[];
  readonly database: readonly Alarm[];
  readonly network: readonly Alarm[];
  readonly logs: readonly Alarm[];
}

/** The sections of the dashboard, as a request flows: what comes in, then what is watched of each tier. */
export const sections = ({ webLoadBalancer, web, api, database, network, logs }: RegionAlarms): Section[] => [
  {
    title: "Entrance: application load balancer",
    graphs: [
      { title: "Requests", metrics: [albMetric(webLoadBalancer, "RequestCount", "Sum")] },
      {
        title: "Errors",
        metrics: ["HTTPCode_ELB_5XX_Count", "HTTPCode_Target_5XX_Count", "HTTPCode_Target_4XX_Count"].map((name) =>
          albMetric(webLoadBalancer, name, "Sum"),
        ),
      },
      {
        title: "Seconds to answer",
        metrics: ["p50", "p95", "p99"].map((stat) => albMetric(webLoadBalancer, "TargetResponseTime", stat)),
      },
    ],
  },
  { title: "Web", graphs: watched(web) },
  { title: "Api: network load balancer and service", graphs: watched(api) },
  { title: "Database", graphs: watched(database) },
  { title: "Way out: NAT gateways", graphs: watched(network) },
  { title: "Logs: archive", graphs: watched(logs) },
];

/** A graph for each alarm that looks at metrics of its own. */
const watched = (alarms: readonly Alarm[]) => {
  const seen = new Set<string>();
  return alarms.flatMap(({ id, metrics }) => {
    const fresh = Object.values(metrics).filter((metric) => !seen.has(JSON.stringify(metric)));
    for (const metric of fresh) seen.add(JSON.stringify(metric));
    return fresh.length > 0 ? [{ title: id, metrics: fresh }] : [];
  });
};
